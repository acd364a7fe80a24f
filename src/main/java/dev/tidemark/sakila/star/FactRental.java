package dev.tidemark.sakila.star;

import java.time.LocalDateTime;

/**
 * A rental.
 *
 * @param rentalId natural key
 * @param dateKeyRented YYYYMMDD; null where the source holds no date
 * @param dateKeyReturned YYYYMMDD; null while not returned
 * @param filmKey null where the source has no such film
 * @param storeKey the copy's store; null where the source has no such store
 * @param customerKey null where the source has no such customer
 * @param rentalDurationDays calendar days; null while not returned
 * @param rentedAt UTC
 * @param returnedAt UTC; null while not returned
 */
public record FactRental(
        long rentalId,
        Long dateKeyRented,
        Long dateKeyReturned,
        Long filmKey,
        Long storeKey,
        Long customerKey,
        long staffId,
        Long rentalDurationDays,
        LocalDateTime rentedAt,
        LocalDateTime returnedAt) {}
