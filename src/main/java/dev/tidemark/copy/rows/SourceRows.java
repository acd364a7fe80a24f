package dev.tidemark.copy.rows;

import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.source.CopySnapshot;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Reads the rows of a table that is carried over. */
public final class SourceRows {
    private SourceRows() {}

    /** Calls {@code reader} with the rows of {@code table}, in the order of their keys. */
    public static void read(CopySnapshot snapshot, CopyTable table, Consumer<Iterator<Object[]>> reader) {
        snapshot.rows(table.source(), names(table.columns()), names(table.columns(table.key())), rows -> {
            reader.accept(rows);
            return null;
        });
    }

    private static List<String> names(List<CopyColumn> columns) {
        return columns.stream().map(CopyColumn::source).toList();
    }
}
