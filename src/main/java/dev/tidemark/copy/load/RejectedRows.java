package dev.tidemark.copy.load;

import dev.tidemark.copy.state.MappedRow;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.copy.value.RowKey;
import java.util.List;
import java.util.stream.Stream;

/** The rows that were left out. */
public final class RejectedRows {
    private static final int ROWS_TOGETHER = 1_000;

    private RejectedRows() {}

    /** Those of the table with this name and this number in the state, read as the stream is. */
    public static Stream<BadRow> of(String table, long number, RowMap map) {
        return Stream.of(RowStatus.REJECTED, RowStatus.PARENT_MISSING)
                .flatMap(status -> Stream.iterate(
                                map.unsettled(number, status, null, ROWS_TOGETHER),
                                page -> !page.isEmpty(),
                                page -> next(number, status, map, page))
                        .flatMap(List::stream))
                .map(row -> new BadRow(table, RowKey.text(row.sourceKey()), row.reason()));
    }

    private static List<MappedRow> next(long number, RowStatus status, RowMap map, List<MappedRow> page) {
        return map.unsettled(number, status, page.getLast().sourceKey(), ROWS_TOGETHER);
    }
}
