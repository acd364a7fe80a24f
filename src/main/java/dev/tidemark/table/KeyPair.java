package dev.tidemark.table;

/**
 * A number and the number that it maps to, such as a natural key and its surrogate key.
 *
 * @param fromKey the number
 * @param toKey the number that it maps to
 */
public record KeyPair(long fromKey, long toKey) {}
