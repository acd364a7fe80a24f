package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table dim_customer. */
public final class DimCustomerTable extends TargetTable<DimCustomer> {
    public static final DimCustomerTable DIM_CUSTOMER = new DimCustomerTable();

    public final SqlColumn<Long> customerKey = surrogateKey("customer_key");
    public final SqlColumn<Long> customerId = key("customer_id", DimCustomer::customerId);
    public final SqlColumn<String> firstName = text("first_name", DimCustomer::firstName);
    public final SqlColumn<String> lastName = text("last_name", DimCustomer::lastName);
    public final SqlColumn<Boolean> active = truth("active", DimCustomer::active);
    public final SqlColumn<String> city = text("city", DimCustomer::city);
    public final SqlColumn<String> country = text("country", DimCustomer::country);
    public final SqlColumn<LocalDateTime> lastUpdate = time("last_update", DimCustomer::lastUpdate);

    private DimCustomerTable() {
        super("dim_customer", DimCustomer.class);
    }
}
