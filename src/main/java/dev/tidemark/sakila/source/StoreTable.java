package dev.tidemark.sakila.source;

import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table store. */
public final class StoreTable extends SqlTable {
    public static final StoreTable STORE = new StoreTable();

    /** How its rows are read. */
    public static final SourceTable<Store> ROWS = new SourceTable<>(
            STORE,
            KeyColumns.of(STORE.storeId),
            STORE.lastUpdate,
            List.of("store_id", "address_id", "last_update"),
            () -> select(STORE.storeId, STORE.addressId, STORE.lastUpdate)
                    .from(STORE),
            StoreMapper.class,
            Store::storeId);

    public final SqlColumn<Long> storeId = column("store_id", JDBCType.BIGINT);
    public final SqlColumn<Long> addressId = column("address_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private StoreTable() {
        super("store");
    }
}
