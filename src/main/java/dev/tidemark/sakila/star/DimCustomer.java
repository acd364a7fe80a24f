package dev.tidemark.sakila.star;

import java.time.LocalDateTime;

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
