package dev.tidemark.sakila.star;

import java.time.LocalDateTime;

/**
 * A payment.
 *
 * @param paymentId natural key
 * @param rentalId null without a rental
 * @param dateKeyPaid YYYYMMDD; null where the source holds no date
 * @param customerKey null where the source has no such customer
 * @param storeKey the rented copy's store, or that of the member of staff
 * @param paidAt UTC
 */
public record FactPayment(
        long paymentId,
        Long rentalId,
        Long dateKeyPaid,
        Long customerKey,
        Long storeKey,
        long staffId,
        LocalDateTime paidAt,
        long amountCents) {}
