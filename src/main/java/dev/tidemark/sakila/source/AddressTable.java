package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.io.Serializable;
import java.time.LocalDateTime;

/** Sakila's table address. */
public final class AddressTable extends SourceTable<AddressTable.Address> {
    /**
     * An address of a store, a customer or a member of staff.
     *
     * @param addressId natural key
     */
    public record Address(long addressId, long cityId) implements Serializable {}

    public static final AddressTable ADDRESS = new AddressTable();

    public final Column<Long> addressId = key("address_id", Address::addressId);
    public final Column<Long> cityId = number("city_id");
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private AddressTable() {
        super("address", row -> new Address(row.number(), row.number()));
    }
}
