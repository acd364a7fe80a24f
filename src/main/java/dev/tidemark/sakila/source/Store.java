package dev.tidemark.sakila.source;

import java.time.LocalDateTime;

/**
 * A store.
 *
 * @param storeId natural key
 */
public record Store(long storeId, long addressId, LocalDateTime lastUpdate) {}
