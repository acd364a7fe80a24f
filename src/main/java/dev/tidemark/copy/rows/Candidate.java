package dev.tidemark.copy.rows;

/**
 * A row of the source that may have to be written.
 *
 * @param key its key, as {@link dev.tidemark.copy.value.RowKey} encodes it
 * @param hash the SHA-256 of its stored values
 * @param known whether the state knows a row with this key
 * @param stored its stored values, in the order of the table's columns
 * @param typed its typed values; null where {@code problem} says why there are none
 * @param problem why the row cannot be carried over; else null
 */
public record Candidate(byte[] key, byte[] hash, boolean known, Object[] stored, Object[] typed, String problem) {}
