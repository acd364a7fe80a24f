package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table inventory. */
public final class InventoryTable extends SourceTable<Inventory> {
    public static final InventoryTable INVENTORY = new InventoryTable();

    public final SqlColumn<Long> inventoryId = key("inventory_id", Inventory::inventoryId);
    public final SqlColumn<Long> filmId = number("film_id");
    public final SqlColumn<Long> storeId = number("store_id");
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private InventoryTable() {
        super("inventory", Inventory.class);
    }
}
