package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.io.Serializable;
import java.time.LocalDateTime;

/** Sakila's table inventory. */
public final class InventoryTable extends SourceTable<InventoryTable.Inventory> {
    /**
     * A copy of a film in a store.
     *
     * @param inventoryId natural key
     */
    public record Inventory(long inventoryId, long filmId, long storeId) implements Serializable {}

    public static final InventoryTable INVENTORY = new InventoryTable();

    public final Column<Long> inventoryId = key("inventory_id", Inventory::inventoryId);
    public final Column<Long> filmId = number("film_id");
    public final Column<Long> storeId = number("store_id");
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private InventoryTable() {
        super("inventory", row -> new Inventory(row.number(), row.number(), row.number()));
    }
}
