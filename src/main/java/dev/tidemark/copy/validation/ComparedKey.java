package dev.tidemark.copy.validation;

import dev.tidemark.copy.rows.Candidate;
import dev.tidemark.copy.state.MappedRow;

/**
 * A key that the source or the state has.
 *
 * @param key the key, as {@link dev.tidemark.copy.value.RowKey} encodes it
 * @param rows how many rows of the source have it; 0 if they are gone
 * @param known what the state knows of its row; null for nothing
 * @param unchanged its row, if it is as it was carried over; else null
 */
record ComparedKey(byte[] key, long rows, MappedRow known, Candidate unchanged) {}
