package dev.tidemark.sakila.source;

import java.time.LocalDateTime;

/**
 * A customer.
 *
 * @param customerId natural key
 * @param lastUpdate may be null
 */
public record Customer(
        long customerId,
        String firstName,
        String lastName,
        long addressId,
        boolean active,
        LocalDateTime lastUpdate) {}
