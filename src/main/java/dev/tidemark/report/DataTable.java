package dev.tidemark.report;

import java.util.List;

/**
 * A table of figures. Charts draw what it says.
 *
 * @param columns its columns
 * @param rows its rows, with a cell for each column
 */
public record DataTable(List<Column> columns, List<Row> rows) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(row + " does not fit " + columns);
            }
        }
    }

    /** Whether the darkness of cells shows numbers. */
    public boolean isHeatMap() {
        return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Cell.Shade.class::isInstance);
    }

    /**
     * A column.
     *
     * @param heading what it holds, with the unit
     * @param numeric whether it is aligned as numbers are
     */
    public record Column(String heading, boolean numeric) {
        /** A column of texts or times. */
        public static Column text(String heading) {
            return new Column(heading, false);
        }

        /** A column of numbers. */
        public static Column number(String heading) {
            return new Column(heading, true);
        }
    }

    /**
     * A row.
     *
     * @param cells its cells; the first one names the row
     * @param group what a chart shows it as, of rows of several kinds; empty for one kind
     * @param tone how good the row's news is
     */
    public record Row(List<Cell> cells, String group, Tone tone) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of a table that has one kind of rows. */
        public static Row of(Cell... cells) {
            return new Row(List.of(cells), "", Tone.NEUTRAL);
        }
    }
}
