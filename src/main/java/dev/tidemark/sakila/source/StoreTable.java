package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table store. */
public final class StoreTable extends SourceTable<StoreTable.Store> {
    /**
     * A store.
     *
     * @param storeId natural key
     */
    public record Store(long storeId, long addressId, LocalDateTime lastUpdate) {}

    public static final StoreTable STORE = new StoreTable();

    public final Column<Long> storeId = key("store_id", Store::storeId);
    public final Column<Long> addressId = number("address_id");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private StoreTable() {
        super("store", row -> new Store(row.number(), row.number(), row.time()), 1);
    }
}
