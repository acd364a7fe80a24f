package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
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
    public static final SourceTable<Store> ROWS = SourceTable.of(
            STORE,
            KeyColumns.of(STORE.storeId),
            STORE.lastUpdate,
            List.of(STORE.storeId, STORE.addressId, STORE.lastUpdate),
            StoreMapper.class,
            row -> Key.of(row.storeId()))
            .inRangesOf(1);

    public final SqlColumn<Long> storeId = column("store_id", JDBCType.BIGINT);
    public final SqlColumn<Long> addressId = column("address_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private StoreTable() {
        super("store");
    }
}
