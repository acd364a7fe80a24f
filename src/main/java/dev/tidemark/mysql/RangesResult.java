package dev.tidemark.mysql;

import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;

/** The rows that a {@link FingerprintStatement} selects, read as if they were a table. */
final class RangesResult extends SourceTable<RangeFingerprint> {
    static final RangesResult RANGES = new RangesResult();

    // MySQL groups by a table's own column of this name, should it have one.
    final Column<Long> firstKey = key("tidemark_first_key", RangeFingerprint::firstKey);
    final Column<Long> rows = number("row_count");
    final Column<String> content = text("content");
    final Column<String> keys = text("key_content");
    final Column<String> lastUpdate = text("last_update");

    private RangesResult() {
        super("ranges", row -> new RangeFingerprint(
                row.number(), row.number(), row.text(), row.textOrNull(), row.textOrNull()));
    }
}
