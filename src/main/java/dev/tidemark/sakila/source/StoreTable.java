package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table store. */
public final class StoreTable extends SourceTable<Store> {
    public static final StoreTable STORE = new StoreTable();

    public final SqlColumn<Long> storeId = key("store_id", Store::storeId);
    public final SqlColumn<Long> addressId = number("address_id");
    public final SqlColumn<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private StoreTable() {
        super("store", Store.class, 1);
    }
}
