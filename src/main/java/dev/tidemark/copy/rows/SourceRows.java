package dev.tidemark.copy.rows;

import dev.tidemark.concurrent.Prefetch;
import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.source.CopySnapshot;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the rows of a table that is carried over. */
public final class SourceRows {
    private static final int ROWS_TOGETHER = 1_000;

    private SourceRows() {}

    /** Calls {@code reader} with the rows of {@code table}, in the order of their keys. */
    public static void read(CopySnapshot snapshot, CopyTable table, Consumer<Iterator<Object[]>> reader) {
        snapshot.rows(table.source(), names(table.columns()), names(table.columns(table.key())), rows -> {
            reader.accept(rows);
            return null;
        });
    }

    /** The same, with another thread that reads ahead: reading and hashing a row take about the same time. */
    public static void readAhead(CopySnapshot snapshot, CopyTable table, Consumer<Iterator<Object[]>> reader) {
        Prefetch.<Object[]>read(
                next -> read(snapshot, table, rows -> rows.forEachRemaining(next)), reader);
    }

    /** Calls {@code reader} with lists of the rows that changed at {@code since} or later, in the order of their keys. */
    public static void readSince(
            CopySnapshot snapshot, CopyTable table, Object since, Consumer<List<Object[]>> reader) {
        String changedAt = table.columns().get(table.changedAt().orElseThrow()).source();
        snapshot.rowsSince(
                table.source(),
                names(table.columns()),
                names(table.columns(table.key())),
                changedAt,
                since,
                rows -> {
                    stream(rows).gather(Gatherers.windowFixed(ROWS_TOGETHER)).forEach(reader);
                    return null;
                });
    }

    /** These rows as a stream, which reads each as it is asked for. */
    static Stream<Object[]> stream(Iterator<Object[]> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
    }

    private static List<String> names(List<CopyColumn> columns) {
        return columns.stream().map(CopyColumn::source).toList();
    }
}
