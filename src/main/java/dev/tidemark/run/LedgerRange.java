package dev.tidemark.run;

import dev.tidemark.source.RangeFingerprint;

/**
 * The stored fingerprint of a range of keys.
 *
 * @param tableId the number of its table
 * @param firstKey the first value of the range
 * @param rows the number of rows in it
 * @param content the XOR of the rows' hashes
 * @param keyContent the XOR of the keys' hashes; null if no table depends on the keys alone
 */
public record LedgerRange(long tableId, long firstKey, long rows, String content, String keyContent) {
    /** Marks unknown content; no range has this content. */
    static final String IN_DOUBT = "";

    /** The same keys with unknown content. */
    LedgerRange inDoubt() {
        return new LedgerRange(tableId, firstKey, rows, IN_DOUBT, keyContent);
    }

    /** The fingerprint {@code range} of the table with this number. */
    public static LedgerRange of(long tableId, RangeFingerprint range) {
        return new LedgerRange(tableId, range.firstKey(), range.rows(), range.content(), range.keys());
    }
}
