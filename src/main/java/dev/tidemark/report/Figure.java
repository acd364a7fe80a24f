package dev.tidemark.report;

import java.util.List;

/**
 * A table of figures with charts of it.
 *
 * @param id names it within the page
 * @param title what it shows
 * @param note what one should know to read it; empty for none
 * @param charts its charts; none if the table alone is shown
 * @param table its figures
 */
public record Figure(String id, String title, String note, List<Chart> charts, DataTable table) {
    public Figure {
        charts = List.copyOf(charts);
    }

    /** A table alone. */
    public static Figure table(String id, String title, String note, DataTable table) {
        return new Figure(id, title, note, List.of(), table);
    }
}
