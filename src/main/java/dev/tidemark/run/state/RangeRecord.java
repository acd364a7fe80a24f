package dev.tidemark.run.state;

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
public record RangeRecord(long tableId, long firstKey, long rows, String content, String keyContent) {
    /** Marks unknown content; no range has this content. */
    static final String IN_DOUBT = "";

    /** The same keys with unknown content. */
    RangeRecord inDoubt() {
        return new RangeRecord(tableId, firstKey, rows, IN_DOUBT, keyContent);
    }

    /** The fingerprint {@code range} of the table with this number. */
    public static RangeRecord of(long tableId, RangeFingerprint range) {
        return new RangeRecord(tableId, range.firstKey(), range.rows(), range.content(), range.keys());
    }
}
