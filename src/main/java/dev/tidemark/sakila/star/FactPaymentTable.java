package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table fact_payment. */
public final class FactPaymentTable extends TargetTable<FactPaymentTable.FactPayment> {
    /**
     * A payment.
     *
     * @param paymentId natural key
     * @param rentalId null without a rental
     * @param dateKeyPaid YYYYMMDD; null where the source holds an invalid date or NULL
     * @param customerKey null where the source has no such customer
     * @param storeKey the rented copy's store, or that of the member of staff
     * @param filmKey the rented copy's film; null without a rental, or where the source has no such film
     * @param staffKey null where the source has no such member of staff
     * @param paidAt UTC
     */
    public record FactPayment(
            long paymentId,
            Long rentalId,
            Long dateKeyPaid,
            Long customerKey,
            Long storeKey,
            Long filmKey,
            long staffId,
            Long staffKey,
            LocalDateTime paidAt,
            long amountCents) {}

    public static final FactPaymentTable FACT_PAYMENT = new FactPaymentTable();

    public final Column<Long> paymentId = key("payment_id", FactPayment::paymentId);
    public final Column<Long> rentalId = number("rental_id", FactPayment::rentalId);
    public final Column<Long> dateKeyPaid = number("date_key_paid", FactPayment::dateKeyPaid);
    public final Column<Long> customerKey = number("customer_key", FactPayment::customerKey);
    public final Column<Long> storeKey = number("store_key", FactPayment::storeKey);
    public final Column<Long> filmKey = number("film_key", FactPayment::filmKey);
    public final Column<Long> staffId = number("staff_id", FactPayment::staffId);
    public final Column<Long> staffKey = number("staff_key", FactPayment::staffKey);
    public final Column<LocalDateTime> paidAt = time("paid_at", FactPayment::paidAt);
    public final Column<Long> amountCents = cents("amount_cents", FactPayment::amountCents);

    private FactPaymentTable() {
        super("fact_payment", row -> new FactPayment(
                row.number(), row.numberOrNull(), row.numberOrNull(), row.numberOrNull(), row.numberOrNull(),
                row.numberOrNull(), row.number(), row.numberOrNull(), row.time(), row.number()));
    }
}
