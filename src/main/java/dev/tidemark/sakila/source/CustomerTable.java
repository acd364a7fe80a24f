package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table customer. */
public final class CustomerTable extends SourceTable<CustomerTable.Customer> {
    /**
     * A customer.
     *
     * @param customerId natural key
     * @param lastUpdate may be null
     */
    public record Customer(
            long customerId,
            String firstName,
            String lastName,
            long addressId,
            boolean active,
            LocalDateTime lastUpdate) {}

    public static final CustomerTable CUSTOMER = new CustomerTable();

    public final Column<Long> customerId = key("customer_id", Customer::customerId);
    public final Column<String> firstName = text("first_name");
    public final Column<String> lastName = text("last_name");
    public final Column<Long> addressId = number("address_id");
    public final Column<Boolean> active = truth("active");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private CustomerTable() {
        super("customer", row -> new Customer(
                row.number(), row.text(), row.text(), row.number(), row.truth(), row.time()));
    }
}
