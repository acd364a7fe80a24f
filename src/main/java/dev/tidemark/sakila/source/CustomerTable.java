package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table customer. */
public final class CustomerTable extends SqlTable {
    public static final CustomerTable CUSTOMER = new CustomerTable();

    /** How its rows are read. */
    public static final SourceTable<Customer> ROWS = SourceTable.of(
            CUSTOMER,
            KeyColumns.of(CUSTOMER.customerId),
            CUSTOMER.lastUpdate,
            List.of(
                    CUSTOMER.customerId, CUSTOMER.firstName, CUSTOMER.lastName, CUSTOMER.addressId, CUSTOMER.active,
                    CUSTOMER.lastUpdate),
            CustomerMapper.class,
            row -> Key.of(row.customerId()));

    public final SqlColumn<Long> customerId = column("customer_id", JDBCType.BIGINT);
    public final SqlColumn<String> firstName = column("first_name", JDBCType.VARCHAR);
    public final SqlColumn<String> lastName = column("last_name", JDBCType.VARCHAR);
    public final SqlColumn<Long> addressId = column("address_id", JDBCType.BIGINT);
    public final SqlColumn<Boolean> active = column("active", JDBCType.BOOLEAN);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private CustomerTable() {
        super("customer");
    }
}
