package dev.tidemark.sakila.source;

import java.time.LocalDateTime;

/**
 * A rental of a copy to a customer.
 *
 * @param rentalId natural key
 * @param rentalDate null where it is no date
 * @param returnDate null while not returned
 */
public record Rental(
        long rentalId,
        LocalDateTime rentalDate,
        long inventoryId,
        long customerId,
        LocalDateTime returnDate,
        long staffId) {}
