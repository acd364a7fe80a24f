package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table customer. */
public final class CustomerTable extends SourceTable<Customer> {
    public static final CustomerTable CUSTOMER = new CustomerTable();

    public final SqlColumn<Long> customerId = key("customer_id", Customer::customerId);
    public final SqlColumn<String> firstName = text("first_name");
    public final SqlColumn<String> lastName = text("last_name");
    public final SqlColumn<Long> addressId = number("address_id");
    public final SqlColumn<Boolean> active = truth("active");
    public final SqlColumn<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private CustomerTable() {
        super("customer", Customer.class);
    }
}
