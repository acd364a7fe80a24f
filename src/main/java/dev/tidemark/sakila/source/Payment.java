package dev.tidemark.sakila.source;

import java.math.BigDecimal;
import java.time.LocalDateTime;

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
