package dev.tidemark.report;

import dev.tidemark.report.DataTable.Column;
import dev.tidemark.report.DataTable.Row;
import dev.tidemark.run.history.TableRun;
import dev.tidemark.status.PipelineStatus;
import dev.tidemark.status.RunStatus;
import dev.tidemark.status.TableStatus;
import dev.tidemark.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many rows the tables have, how they grew, and how much of them changed. */
final class TableFigures {
    private final PipelineStatus status;
    private final Map<String, List<TableRun>> changes;

    private TableFigures(PipelineStatus status, List<TableRun> changes) {
        this.status = status;
        this.changes = changes.stream()
                .collect(Collectors.groupingBy(TableRun::tableName, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * The section of tables.
     *
     * @param changes what runs did with tables, in the order of runs
     * @param more figures that only this pipeline has
     */
    static Section section(PipelineStatus status, List<TableRun> changes, Figure... more) {
        TableFigures figures = new TableFigures(status, changes);
        return new Section(
                "tables",
                "Tables",
                "",
                Stream.concat(Stream.of(figures.tables(), figures.growth(changes)), Stream.of(more)).toList());
    }

    private Figure tables() {
        long all = status.tables().stream().mapToLong(TableStatus::rows).sum();
        Optional<Long> lastLoad = lastLoad();
        return Figure.table(
                "rows-now",
                "Rows, growth and changes",
                "Growth is since the first run of the history that changed the table, that run left out."
                        + " Changed are rows inserted, updated or deleted by the last load"
                        + lastLoad.map(run -> ", run " + run).orElse("")
                        + ", as a share of the rows.",
                new DataTable(
                        List.of(
                                Column.text("Table"),
                                Column.number("Rows"),
                                Column.number("Share of all"),
                                Column.number("Growth"),
                                Column.number("Growth, share"),
                                Column.text("Rows over time"),
                                Column.number("Changed"),
                                Column.number("Changed, share"),
                                Column.text("Shows the source as of (UTC)")),
                        status.tables().stream().map(table -> row(table, all, lastLoad)).toList()));
    }

    private Row row(TableStatus table, long all, Optional<Long> lastLoad) {
        List<TableRun> runs = changes.getOrDefault(table.table(), List.of());
        long before = runs.isEmpty() ? table.rows() : runs.getFirst().rows();
        long growth = table.rows() - before;
        long changed = lastLoad.flatMap(
                        load -> runs.stream().filter(run -> run.runId() == load).findFirst())
                .map(TableFigures::changed)
                .orElse(0L);
        return Row.of(
                new Cell.Text(table.table()),
                Cell.Number.of(table.rows()),
                Cell.Number.percent(share(table.rows(), all)),
                new Cell.Number(growth, Words.difference(growth)),
                before == 0 ? Cell.EMPTY : Cell.Number.percent(share(growth, before)),
                runs.size() < 2 ? Cell.EMPTY : new Cell.Trend(runs.stream().map(TableRun::rows).toList()),
                Cell.Number.of(changed),
                // A full load replaces rows, so it changes more than there are.
                Cell.Number.percent(Math.min(1, share(changed, table.rows()))),
                table.snapshotAt() == null ? new Cell.Text("never loaded") : new Cell.Time(table.snapshotAt()));
    }

    private Figure growth(List<TableRun> all) {
        Map<Long, Instant> starts = new HashMap<>();
        status.runs().forEach(run -> starts.put(run.id(), run.startedAt()));
        Map<String, Long> rows = new HashMap<>();
        status.tables().forEach(table -> rows.put(
                table.table(),
                Optional.ofNullable(changes.get(table.table()))
                        .map(runs -> rowsBefore(runs.getFirst()))
                        .orElse(table.rows())));
        Map<Long, List<TableRun>> byRun =
                all.stream().collect(Collectors.groupingBy(TableRun::runId, LinkedHashMap::new, Collectors.toList()));
        List<Row> points = new ArrayList<>();
        byRun.forEach((run, tables) -> {
            tables.forEach(table -> rows.replace(table.tableName(), table.rows()));
            if (starts.containsKey(run)) {
                points.add(Row.of(
                        new Cell.Time(starts.get(run)),
                        Cell.Number.of(run),
                        Cell.Number.of(rows.values().stream().mapToLong(Long::longValue).sum()),
                        Cell.Number.of(tables.stream().mapToLong(TableFigures::changed).sum())));
            }
        });
        return new Figure(
                "growth",
                "All rows after each run",
                "Runs that changed nothing are left out.",
                points.isEmpty()
                        ? List.of()
                        : List.of(Chart.of(Chart.Kind.LINE, "Rows of all tables after each run", "rows", 2)),
                new DataTable(
                        List.of(
                                Column.text("Run began (UTC)"),
                                Column.number("Run"),
                                Column.number("Rows"),
                                Column.number("Changed")),
                        points));
    }

    // The last one that brought the tables level; a failed run changed nothing.
    private Optional<Long> lastLoad() {
        return status.runs().stream()
                .filter(run -> RunFigures.tone(run) == Tone.GOOD && !run.command().equals("init"))
                .map(RunStatus::id)
                .map(Long.class::cast)
                .findFirst();
    }

    private static long rowsBefore(TableRun run) {
        return run.rows() - run.rowsInserted() + run.rowsDeleted();
    }

    private static long changed(TableRun run) {
        return run.rowsInserted() + run.rowsUpdated() + run.rowsDeleted();
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
