package dev.tidemark.star.change;

import dev.tidemark.table.KeySpans;

/**
 * How a table of the source differs from what the ledger says of it.
 *
 * @param content the leading keys of the ranges whose rows differ
 * @param keys the leading keys of the ranges that have other keys, a part of {@code content}
 * @param rows the number of the table's rows; negative where they were not counted
 * @param lastUpdate the most recent time of change that a row bears, as the source writes it; null for none
 */
public record TableChanges(KeySpans content, KeySpans keys, long rows, String lastUpdate) {
    /** No difference. */
    static TableChanges none(long rows, String lastUpdate) {
        return new TableChanges(KeySpans.NONE, KeySpans.NONE, rows, lastUpdate);
    }

    /** Every row may differ, as nothing is known of what was there. */
    static TableChanges unknown(long rows, String lastUpdate) {
        return new TableChanges(KeySpans.ALL, KeySpans.ALL, rows, lastUpdate);
    }
}
