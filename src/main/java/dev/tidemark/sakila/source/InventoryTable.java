package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table inventory. */
public final class InventoryTable extends SqlTable {
    public static final InventoryTable INVENTORY = new InventoryTable();

    /** How its rows are read. */
    public static final SourceTable<Inventory> ROWS = SourceTable.of(
            INVENTORY,
            KeyColumns.of(INVENTORY.inventoryId),
            INVENTORY.lastUpdate,
            List.of(INVENTORY.inventoryId, INVENTORY.filmId, INVENTORY.storeId),
            InventoryMapper.class,
            row -> Key.of(row.inventoryId()));

    public final SqlColumn<Long> inventoryId = column("inventory_id", JDBCType.BIGINT);
    public final SqlColumn<Long> filmId = column("film_id", JDBCType.BIGINT);
    public final SqlColumn<Long> storeId = column("store_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private InventoryTable() {
        super("inventory");
    }
}
