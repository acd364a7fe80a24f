package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table store. */
public final class StoreTable extends SourceTable<Store> {
    public static final StoreTable STORE = new StoreTable();

    public final Column<Long> storeId = key("store_id", Store::storeId);
    public final Column<Long> addressId = number("address_id");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private StoreTable() {
        super("store", Store.class, 1);
    }
}
