package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table address. */
public final class AddressTable extends SourceTable<Address> {
    public static final AddressTable ADDRESS = new AddressTable();

    public final SqlColumn<Long> addressId = key("address_id", Address::addressId);
    public final SqlColumn<Long> cityId = number("city_id");
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private AddressTable() {
        super("address", Address.class);
    }
}
