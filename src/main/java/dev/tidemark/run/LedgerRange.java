package dev.tidemark.run;

import dev.tidemark.source.RangeFingerprint;

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
    /** The content of a range that is not known any more; no range has it. */
    static final String IN_DOUBT = "";

    /** The same keys with content that is not known. */
    LedgerRange inDoubt() {
        return new LedgerRange(tableId, firstKey, rows, IN_DOUBT, keyContent);
    }

    /** This fingerprint of a range of the table with this number. */
    public static LedgerRange of(long tableId, RangeFingerprint range) {
        return new LedgerRange(tableId, range.firstKey(), range.rows(), range.content(), range.keys());
    }
}
