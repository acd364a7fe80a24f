package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table dim_store. */
public final class DimStoreTable extends TargetTable<DimStoreTable.DimStore> {
    /**
     * A store and where it is.
     *
     * @param storeId natural key
     * @param city null where the source has no such address
     * @param country null where the source has no such city
     * @param lastUpdate UTC
     */
    public record DimStore(long storeId, String city, String country, LocalDateTime lastUpdate) {}

    public static final DimStoreTable DIM_STORE = new DimStoreTable();

    public final Column<Long> storeKey = surrogateKey("store_key");
    public final Column<Long> storeId = key("store_id", DimStore::storeId);
    public final Column<String> city = text("city", DimStore::city);
    public final Column<String> country = text("country", DimStore::country);
    public final Column<LocalDateTime> lastUpdate = time("last_update", DimStore::lastUpdate);

    private DimStoreTable() {
        super("dim_store", row -> new DimStore(row.number(), row.textOrNull(), row.textOrNull(), row.time()));
    }
}
