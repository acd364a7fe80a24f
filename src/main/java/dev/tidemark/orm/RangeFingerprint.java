package dev.tidemark.orm;

/**
 * The fingerprint of the keys in a range.
 *
 * @param range the range's number, see {@link KeyColumns#range}
 * @param rows the number of keys in it
 * @param hashes the sum of their hashes
 */
public record RangeFingerprint(long range, long rows, long hashes) {}
