package dev.tidemark.sakila.source;

/**
 * A member of a store's staff.
 *
 * @param staffId natural key
 */
public record Staff(long staffId, long storeId) {}
