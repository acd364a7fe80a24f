package dev.tidemark.copy.state;

/**
 * What is known of the rows in a range of keys, which reaches up to the next range of the table. The first range of a
 * table begins with an empty key.
 *
 * @param firstKey where the range begins
 * @param hash the SHA-256 of its rows when all of them were carried over; null if they have to be compared singly
 */
public record RangeHash(byte[] firstKey, byte[] hash) {}
