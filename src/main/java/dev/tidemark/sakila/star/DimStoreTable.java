package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table dim_store. */
public final class DimStoreTable extends TargetTable<DimStore> {
    public static final DimStoreTable DIM_STORE = new DimStoreTable();

    public final Column<Long> storeKey = surrogateKey("store_key");
    public final Column<Long> storeId = key("store_id", DimStore::storeId);
    public final Column<String> city = text("city", DimStore::city);
    public final Column<String> country = text("country", DimStore::country);
    public final Column<LocalDateTime> lastUpdate = time("last_update", DimStore::lastUpdate);

    private DimStoreTable() {
        super("dim_store", DimStore.class);
    }
}
