package dev.tidemark.copy.rows;

import dev.tidemark.concurrent.RowPipe;
import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.source.CopySnapshot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Reads the rows of a table that is carried over. */
public final class SourceRows {
    private static final int ROWS_A_BLOCK = 500;

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
        RowPipe.<List<Object[]>>readAhead(
                blocks -> read(snapshot, table, rows -> {
                    List<Object[]> block = new ArrayList<>(ROWS_A_BLOCK);
                    while (rows.hasNext()) {
                        block.add(rows.next());
                        if (block.size() == ROWS_A_BLOCK) {
                            blocks.accept(block);
                            block = new ArrayList<>(ROWS_A_BLOCK);
                        }
                    }
                    blocks.accept(block);
                }),
                blocks -> reader.accept(rowsOf(blocks)),
                () -> {});
    }

    /** Calls {@code reader} with the rows that changed at {@code since} or later, in the order of their keys. */
    public static void readSince(
            CopySnapshot snapshot, CopyTable table, Object since, Consumer<Iterator<Object[]>> reader) {
        String changedAt = table.columns().get(table.changedAt().orElseThrow()).source();
        snapshot.rowsSince(
                table.source(),
                names(table.columns()),
                names(table.columns(table.key())),
                changedAt,
                since,
                rows -> {
                    reader.accept(rows);
                    return null;
                });
    }

    private static Iterator<Object[]> rowsOf(Iterator<List<Object[]>> blocks) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(blocks, Spliterator.ORDERED), false)
                .flatMap(List::stream)
                .iterator();
    }

    private static List<String> names(List<CopyColumn> columns) {
        return columns.stream().map(CopyColumn::source).toList();
    }
}
