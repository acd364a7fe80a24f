package dev.tidemark.sakila.source;

import static dev.tidemark.sakila.source.RentalTable.RENTAL;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * Sakila's table payment, joined with the copy of its rental. A lookup of rentals in memory would grow with the source,
 * because there are as many rentals as payments.
 */
public final class PaymentTable extends SourceTable<PaymentTable.Payment> {
    /**
     * A payment and the copy that was rented.
     *
     * @param paymentId natural key
     * @param rentalId may be null
     * @param inventoryId the copy that was rented; null without a rental
     * @param paymentDate null for an invalid date
     */
    public record Payment(
            long paymentId,
            long customerId,
            long staffId,
            Long rentalId,
            Long inventoryId,
            BigDecimal amount,
            LocalDateTime paymentDate) {}

    public static final PaymentTable PAYMENT = new PaymentTable();

    public final Column<Long> paymentId = key("payment_id", Payment::paymentId);
    public final Column<Long> customerId = number("customer_id");
    public final Column<Long> staffId = number("staff_id");
    public final Column<Long> rentalId = number("rental_id");
    public final Column<Long> inventoryId = joined(rentalId, RENTAL, RENTAL.inventoryId);
    public final Column<BigDecimal> amount = decimal("amount");
    public final Column<LocalDateTime> paymentDate = time("payment_date");
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private PaymentTable() {
        super("payment", row -> new Payment(
                row.number(), row.number(), row.number(), row.numberOrNull(), row.numberOrNull(), row.decimal(),
                row.time()));
    }
}
