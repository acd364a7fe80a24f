package dev.tidemark.sakila.source;

import static dev.tidemark.sakila.source.RentalTable.RENTAL;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * Sakila's table payment, with the copy of the rental, the one thing that a payment needs of its rental. Rentals are as
 * many as payments, so a table of them in memory would grow with the source.
 */
public final class PaymentTable extends SourceTable<PaymentTable.Payment> {
    /**
     * A payment, with the copy that its rental was of.
     *
     * @param paymentId natural key
     * @param rentalId may be null
     * @param inventoryId the copy that was rented; null without a rental
     * @param paymentDate null where it is no date
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
        super("payment", Payment.class);
    }
}
