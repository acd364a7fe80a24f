package dev.tidemark.star.change;

import dev.tidemark.table.KeySpans;

/**
 * The differences between a table of the source and the ledger.
 *
 * @param content the leading keys of the ranges whose rows differ
 * @param keys the leading keys of the ranges whose keys differ, a part of {@code content}
 * @param rows the number of the table's rows; negative if they were not counted
 * @param lastUpdate the most recent time of change in the rows, as the source writes it; null for none
 */
public record TableChanges(KeySpans content, KeySpans keys, long rows, String lastUpdate) {
    /** No difference. */
    static TableChanges none(long rows, String lastUpdate) {
        return new TableChanges(KeySpans.NONE, KeySpans.NONE, rows, lastUpdate);
    }

    /** Every row may differ, because the ledger does not know the table. */
    static TableChanges unknown(long rows, String lastUpdate) {
        return new TableChanges(KeySpans.ALL, KeySpans.ALL, rows, lastUpdate);
    }
}
