package dev.tidemark.sakila.source;

/**
 * A copy of a film in a store.
 *
 * @param inventoryId natural key
 */
public record Inventory(long inventoryId, long filmId, long storeId) {}
