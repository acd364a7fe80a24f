package dev.tidemark.copy.planning;

import dev.tidemark.config.CopySettings;
import dev.tidemark.copy.shape.ColumnShape;
import java.util.List;

/**
 * The columns of a table that are carried over. Their positions are those in rows on their way.
 *
 * @param columns the columns of the source, in its order
 * @param table the table
 * @param names how names of the target are made
 */
record CarriedColumns(List<ColumnShape> columns, TableNames table, CopySettings.Names names) {
    /** Those of {@code table}. */
    static CarriedColumns of(TableNames table, CopySettings.Names names) {
        return new CarriedColumns(
                table.source().columns().stream()
                        .filter(column -> !table.settings(column.name()).skip())
                        .toList(),
                table,
                names);
    }

    /** The position of a column, whose name may differ in upper and lower case; -1 if it is not carried over. */
    int position(String column) {
        for (int position = 0; position < columns.size(); position++) {
            if (columns.get(position).name().equalsIgnoreCase(column)) {
                return position;
            }
        }
        return -1;
    }

    /** The positions of columns. */
    List<Integer> positions(List<String> some) {
        return some.stream().map(this::position).toList();
    }

    /** Whether all of these columns are carried over. */
    boolean hasAll(List<String> some) {
        return !positions(some).contains(-1);
    }

    /** The names of these columns in the target. */
    List<String> inTarget(List<String> some) {
        return some.stream()
                .map(name -> table.target(columns.get(position(name)).name(), names))
                .toList();
    }
}
