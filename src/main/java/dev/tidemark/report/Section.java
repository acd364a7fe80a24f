package dev.tidemark.report;

import java.util.List;

/**
 * A section of the report.
 *
 * @param id names it within the page
 * @param title its heading
 * @param note what it says where there is nothing to show, or before the figures; empty for none
 * @param figures its figures
 */
public record Section(String id, String title, String note, List<Figure> figures) {
    public Section {
        figures = List.copyOf(figures);
    }
}
