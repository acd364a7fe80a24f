package dev.tidemark.books;

import dev.tidemark.orm.RangeFingerprint;

/**
 * The fingerprint of a range of keys, as it is kept.
 *
 * @param tableId the number of its table
 * @param firstKey the first value of the range
 * @param rows the number of rows in it
 * @param content the XOR of the rows' hashes
 * @param keyContent the same of their keys; null where nothing depends on them alone
 */
public record LedgerRange(long tableId, long firstKey, long rows, String content, String keyContent) {
    /** This fingerprint of a range of the table with this number. */
    public static LedgerRange of(long tableId, RangeFingerprint range) {
        return new LedgerRange(tableId, range.firstKey(), range.rows(), range.content(), range.keys());
    }
}
