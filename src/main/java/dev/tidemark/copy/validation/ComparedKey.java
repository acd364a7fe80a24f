package dev.tidemark.copy.validation;

import dev.tidemark.copy.rows.Candidate;

/**
 * A key that the source or the state has.
 *
 * @param key the key, as {@link dev.tidemark.copy.value.RowKey} encodes it
 * @param rows how many rows of the source have it; 0 if they are gone
 * @param known whether the state knows it
 * @param unchanged its row, if it is as it was carried over; else null
 */
record ComparedKey(byte[] key, long rows, boolean known, Candidate unchanged) {}
