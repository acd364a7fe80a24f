package dev.tidemark.report;

import dev.tidemark.report.DataTable.Column;
import dev.tidemark.report.DataTable.Row;
import dev.tidemark.run.Counts;
import dev.tidemark.status.RunStatus;
import dev.tidemark.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long runs took, what they changed, which failed, and when none came. */
final class RunFigures {
    private static final int LAST = 10;

    private static final List<Column> COLUMNS = List.of(
            Column.text("Started (UTC)"),
            Column.text("Outcome"),
            Column.text("Command"),
            Column.number("Duration (s)"),
            Column.number("Rows inserted"),
            Column.number("Rows updated"),
            Column.number("Rows deleted"),
            Column.number("Run"));

    private RunFigures() {}

    /**
     * The section of runs.
     *
     * @param runs the last runs, the latest first
     */
    static Section section(List<? extends RunStatus> runs, List<Gap> gaps) {
        if (runs.isEmpty()) {
            return new Section("runs", "Runs", "The history has no run yet.", List.of());
        }
        return new Section("runs", "Runs", "", List.of(overTime(runs, gaps), last(runs)));
    }

    /** The gaps in the runs that load. */
    static List<Gap> gaps(List<? extends RunStatus> runs, Instant now) {
        return Gap.between(
                runs.reversed().stream()
                        .filter(run -> !run.command().equals("init"))
                        .map(RunStatus::startedAt)
                        .toList(),
                now);
    }

    /** How good the news of a run is. */
    static Tone tone(RunStatus run) {
        return switch (run.outcome()) {
            case "succeeded" -> Tone.GOOD;
            case "running" -> Tone.NEUTRAL;
            default -> Tone.BAD;
        };
    }

    private static Figure overTime(List<? extends RunStatus> runs, List<Gap> gaps) {
        DataTable table = new DataTable(
                COLUMNS, runs.reversed().stream().map(run -> row(run, Stream.of())).toList());
        return new Figure(
                "runs-over-time",
                "Duration and changes of each run",
                note(gaps),
                List.of(
                        new Chart(Chart.Kind.POINTS, "Duration of each run", "seconds", List.of(3), gaps),
                        new Chart(Chart.Kind.CHANGES, "Rows changed by each run", "rows", List.of(4, 5, 6), gaps)),
                table);
    }

    private static String note(List<Gap> gaps) {
        String what = "Full loads are marked, and their rows are not drawn, because they may be all rows.";
        if (gaps.isEmpty()) {
            return what;
        }
        return "%s Usually a run comes every %s. None came in the shaded times: %s.".formatted(
                what,
                Words.duration(gaps.getFirst().usual().toSeconds()),
                gaps.reversed().stream().limit(LAST).map(Gap::inWords).collect(Collectors.joining("; "))
                        + (gaps.size() > LAST ? "; and %d more".formatted(gaps.size() - LAST) : ""));
    }

    private static Figure last(List<? extends RunStatus> runs) {
        return Figure.table(
                "last-runs",
                "The last runs",
                "",
                new DataTable(
                        Stream.concat(COLUMNS.stream(), Stream.of(Column.text("Why it failed"))).toList(),
                        runs.stream()
                                .limit(LAST)
                                .map(run -> row(
                                        run,
                                        Stream.of(new Cell.Text(run.message() == null ? "" : run.message().strip()))))
                                .toList()));
    }

    private static Row row(RunStatus run, Stream<Cell> more) {
        Counts counts = run.counts();
        Stream<Cell> cells = Stream.of(
                new Cell.Time(run.startedAt()),
                new Cell.Text(run.outcome()),
                new Cell.Text(run.command()),
                run.finishedAt() == null
                        ? Cell.EMPTY
                        : Cell.Number.of(Duration.between(run.startedAt(), run.finishedAt()).toSeconds()),
                Cell.Number.of(counts.inserted()),
                Cell.Number.of(counts.updated()),
                Cell.Number.of(counts.deleted()),
                Cell.Number.of(run.id()));
        Tone tone = tone(run);
        return new Row(
                Stream.concat(cells, more).toList(), tone == Tone.GOOD ? run.command() : run.outcome(), tone);
    }
}
