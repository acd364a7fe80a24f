package dev.tidemark.sakila.star;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table dim_customer. */
public final class DimCustomerTable extends SqlTable {
    public static final DimCustomerTable DIM_CUSTOMER = new DimCustomerTable();

    /** How its rows are written and read. */
    public static final TargetTable<DimCustomer> ROWS = new TargetTable<>(
            DIM_CUSTOMER,
            KeyColumns.of(DIM_CUSTOMER.customerId),
            Optional.of(DIM_CUSTOMER.customerKey),
            List.of(
                    new TargetColumn<>(DIM_CUSTOMER.customerId, "customerId", DimCustomer::customerId),
                    new TargetColumn<>(DIM_CUSTOMER.firstName, "firstName", DimCustomer::firstName),
                    new TargetColumn<>(DIM_CUSTOMER.lastName, "lastName", DimCustomer::lastName),
                    new TargetColumn<>(DIM_CUSTOMER.active, "active", DimCustomer::active),
                    new TargetColumn<>(DIM_CUSTOMER.city, "city", DimCustomer::city),
                    new TargetColumn<>(DIM_CUSTOMER.country, "country", DimCustomer::country),
                    new TargetColumn<>(DIM_CUSTOMER.lastUpdate, "lastUpdate", DimCustomer::lastUpdate)),
            DimCustomerMapper.class,
            row -> Key.of(row.customerId()));

    public final SqlColumn<Long> customerKey = column("customer_key", JDBCType.BIGINT);
    public final SqlColumn<Long> customerId = column("customer_id", JDBCType.BIGINT);
    public final SqlColumn<String> firstName = column("first_name", JDBCType.VARCHAR);
    public final SqlColumn<String> lastName = column("last_name", JDBCType.VARCHAR);
    public final SqlColumn<Boolean> active = column("active", JDBCType.BOOLEAN);
    public final SqlColumn<String> city = column("city", JDBCType.VARCHAR);
    public final SqlColumn<String> country = column("country", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.VARCHAR);

    private DimCustomerTable() {
        super("dim_customer");
    }
}
