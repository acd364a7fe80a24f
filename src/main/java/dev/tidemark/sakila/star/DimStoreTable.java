package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table dim_store. */
public final class DimStoreTable extends TargetTable<DimStore> {
    public static final DimStoreTable DIM_STORE = new DimStoreTable();

    public final SqlColumn<Long> storeKey = surrogateKey("store_key");
    public final SqlColumn<Long> storeId = key("store_id", DimStore::storeId);
    public final SqlColumn<String> city = text("city", DimStore::city);
    public final SqlColumn<String> country = text("country", DimStore::country);
    public final SqlColumn<LocalDateTime> lastUpdate = time("last_update", DimStore::lastUpdate);

    private DimStoreTable() {
        super("dim_store", DimStore.class);
    }
}
