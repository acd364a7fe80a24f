package dev.tidemark.table;

/**
 * A number and the number it stands for, such as a natural key and its surrogate key.
 *
 * @param fromKey the one
 * @param toKey the other
 */
public record KeyPair(long fromKey, long toKey) {}
