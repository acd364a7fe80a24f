package dev.tidemark.sakila.star;

import java.time.LocalDateTime;

/**
 * A store and where it is.
 *
 * @param storeId natural key
 * @param city null where the source has no such address
 * @param country null where the source has no such city
 * @param lastUpdate UTC
 */
public record DimStore(long storeId, String city, String country, LocalDateTime lastUpdate) {}
