package dev.tidemark.sakila.star;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table dim_store. */
public final class DimStoreTable extends SqlTable {
    public static final DimStoreTable DIM_STORE = new DimStoreTable();

    /** How its rows are written and read. */
    public static final TargetTable<DimStore> ROWS = new TargetTable<>(
            DIM_STORE,
            KeyColumns.of(DIM_STORE.storeId),
            Optional.of(DIM_STORE.storeKey),
            List.of(
                    new TargetColumn<>(DIM_STORE.storeId, "storeId", DimStore::storeId),
                    new TargetColumn<>(DIM_STORE.city, "city", DimStore::city),
                    new TargetColumn<>(DIM_STORE.country, "country", DimStore::country),
                    new TargetColumn<>(DIM_STORE.lastUpdate, "lastUpdate", DimStore::lastUpdate)),
            DimStoreMapper.class,
            row -> Key.of(row.storeId()));

    public final SqlColumn<Long> storeKey = column("store_key", JDBCType.BIGINT);
    public final SqlColumn<Long> storeId = column("store_id", JDBCType.BIGINT);
    public final SqlColumn<String> city = column("city", JDBCType.VARCHAR);
    public final SqlColumn<String> country = column("country", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.VARCHAR);

    private DimStoreTable() {
        super("dim_store");
    }
}
