package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table fact_payment. */
public final class FactPaymentTable extends TargetTable<FactPayment> {
    public static final FactPaymentTable FACT_PAYMENT = new FactPaymentTable();

    public final SqlColumn<Long> paymentId = key("payment_id", FactPayment::paymentId);
    public final SqlColumn<Long> rentalId = number("rental_id", FactPayment::rentalId);
    public final SqlColumn<Long> dateKeyPaid = number("date_key_paid", FactPayment::dateKeyPaid);
    public final SqlColumn<Long> customerKey = number("customer_key", FactPayment::customerKey);
    public final SqlColumn<Long> storeKey = number("store_key", FactPayment::storeKey);
    public final SqlColumn<Long> staffId = number("staff_id", FactPayment::staffId);
    public final SqlColumn<LocalDateTime> paidAt = time("paid_at", FactPayment::paidAt);
    public final SqlColumn<Long> amountCents = number("amount_cents", FactPayment::amountCents);

    private FactPaymentTable() {
        super("fact_payment", FactPayment.class);
    }
}
