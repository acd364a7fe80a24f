package dev.tidemark.report;

import dev.tidemark.copy.load.BadRow;
import dev.tidemark.copy.status.CopyStatusResult;
import dev.tidemark.report.DataTable.Column;
import dev.tidemark.report.DataTable.Row;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What became of the rows of a copy's source, and why some were left out. */
final class RejectionFigures {
    /** As many reasons as are told apart; reasons may name values, so there can be one for each row. */
    private static final int REASONS = 50;

    private RejectionFigures() {}

    /** The rows of each table that are in the target, and those that were left out. */
    static Figure carried(CopyStatusResult status) {
        return new Figure(
                "carried",
                "Rows mapped, skipped and rejected",
                "Mapped rows are in the target. Skipped rows are those of them that the last load found there and equal.",
                List.of(Chart.of(Chart.Kind.BARS, "Rows of each table, mapped and rejected", "rows", 3, 5)),
                new DataTable(
                        List.of(
                                Column.text("Table"),
                                Column.text("In the target"),
                                Column.number("Rows of the source"),
                                Column.number("Mapped"),
                                Column.number("Skipped"),
                                Column.number("Rejected")),
                        status.tables().stream()
                                .map(table -> Row.of(
                                        new Cell.Text(table.table()),
                                        new Cell.Text(table.target()),
                                        Cell.Number.of(table.rows()),
                                        Cell.Number.of(table.mapped()),
                                        table.lastLoad() == null
                                                ? Cell.EMPTY
                                                : Cell.Number.of(table.lastLoad().skipped()),
                                        Cell.Number.of(table.rejected())))
                                .toList()));
    }

    /** The reasons for which rows were left out, the most frequent first. */
    static Figure reasons(Stream<BadRow> rejected) {
        Map<Reason, Count> reasons = new LinkedHashMap<>();
        rejected.forEach(row -> {
            Reason reason = new Reason(row.table(), row.reason() == null ? "" : row.reason());
            Reason counted = reasons.containsKey(reason) || reasons.size() < REASONS
                    ? reason
                    : new Reason("", "other reasons");
            reasons.merge(counted, new Count(1, row.key()), (sofar, one) -> new Count(sofar.rows + 1, sofar.example));
        });
        return Figure.table(
                "rejected",
                "Why rows were rejected",
                reasons.isEmpty() ? "No row was rejected." : "All rejected rows: tidemark status --rejected.",
                new DataTable(
                        List.of(
                                Column.text("Table"),
                                Column.text("Reason"),
                                Column.number("Rows"),
                                Column.text("One of them, by its key")),
                        reasons.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue(
                                        Comparator.comparingLong(Count::rows).reversed()))
                                .map(entry -> Row.of(
                                        new Cell.Text(entry.getKey().table),
                                        new Cell.Text(entry.getKey().reason),
                                        Cell.Number.of(entry.getValue().rows),
                                        new Cell.Text(entry.getValue().example)))
                                .toList()));
    }

    private record Reason(String table, String reason) {}

    private record Count(long rows, String example) {}
}
