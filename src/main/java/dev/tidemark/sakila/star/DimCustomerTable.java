package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table dim_customer. */
public final class DimCustomerTable extends TargetTable<DimCustomerTable.DimCustomer> {
    /**
     * A customer and where they live.
     *
     * @param customerId natural key
     * @param city null where the source has no such address
     * @param country null where the source has no such city
     * @param lastUpdate UTC; may be null
     */
    public record DimCustomer(
            long customerId,
            String firstName,
            String lastName,
            boolean active,
            String city,
            String country,
            LocalDateTime lastUpdate) {}

    public static final DimCustomerTable DIM_CUSTOMER = new DimCustomerTable();

    public final Column<Long> customerKey = surrogateKey("customer_key");
    public final Column<Long> customerId = key("customer_id", DimCustomer::customerId);
    public final Column<String> firstName = text("first_name", DimCustomer::firstName);
    public final Column<String> lastName = text("last_name", DimCustomer::lastName);
    public final Column<Boolean> active = truth("active", DimCustomer::active);
    public final Column<String> city = text("city", DimCustomer::city);
    public final Column<String> country = text("country", DimCustomer::country);
    public final Column<LocalDateTime> lastUpdate = time("last_update", DimCustomer::lastUpdate);

    private DimCustomerTable() {
        super("dim_customer", row -> new DimCustomer(
                row.number(), row.text(), row.text(), row.truth(), row.textOrNull(), row.textOrNull(), row.time()));
    }
}
