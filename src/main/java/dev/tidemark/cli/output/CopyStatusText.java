package dev.tidemark.cli.output;

import dev.tidemark.cli.text.Paragraphs;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.copy.status.CopyStatusResult;
import java.util.List;
import java.util.stream.Collectors;

/** The state of a copy as text for people. */
public final class CopyStatusText {
    private CopyStatusText() {}

    /** The tables, what the last run did with each, the last runs, what failed, and the age in a sentence. */
    public static String of(CopyStatusResult result) {
        String tables = TextTable.of(
                List.of("table", "target~", "rows then", "mapped", "rejected", "shows source as of~", "lag"),
                result.tables().stream().map(CopyStatusText::line).toList());
        String loads = TextTable.of(
                List.of("table", "run", "total", "inserted", "updated", "deleted", "skipped", "failed", "time"),
                result.tables().stream()
                        .filter(table -> table.lastLoad() != null)
                        .map(table -> line(table.table(), table.lastLoad()))
                        .toList());
        String runs = TextTable.of(
                List.of("run", "command~", "started (UTC)~", "time", "outcome~", "inserted", "updated", "deleted"),
                result.runs().stream().map(CopyStatusText::line).toList());
        return """
                State      %s
                Source     %s
                Target     %s
                Validated  %s

                %s

                The last run of each table:
                %s

                %s
                %s%s
                %s
                """
                .formatted(
                        result.state(),
                        result.source(),
                        result.target(),
                        StatusText.validation(result),
                        tables,
                        loads,
                        runs,
                        failures(result),
                        StatusText.messages(result),
                        StatusText.summary(result));
    }

    private static List<String> line(CopyStatusResult.Table table) {
        return List.of(
                table.table(),
                table.target(),
                TextTable.number(table.rows()),
                TextTable.number(table.mapped()),
                TextTable.number(table.rejected()),
                StatusText.timeOrDash(table.snapshotAt()),
                table.lagSeconds() == null ? "never loaded" : TextTable.lag(table.lagSeconds()));
    }

    private static List<String> line(String table, CopyStatusResult.Load load) {
        return List.of(
                table,
                Long.toString(load.runId()),
                TextTable.number(load.total()),
                TextTable.number(load.inserted()),
                TextTable.number(load.updated()),
                TextTable.number(load.deleted()),
                TextTable.number(load.skipped()),
                TextTable.number(load.failed()),
                TextTable.duration(load.milliseconds()));
    }

    private static List<String> line(CopyStatusResult.Run run) {
        return List.of(
                Long.toString(run.id()),
                run.command(),
                TextTable.time(run.startedAt()),
                run.seconds() == null ? "-" : TextTable.lag(run.seconds()),
                run.outcome(),
                TextTable.number(run.counts().inserted()),
                TextTable.number(run.counts().updated()),
                TextTable.number(run.counts().deleted()));
    }

    private static String failures(CopyStatusResult result) {
        String tables = result.tables().stream()
                .filter(table -> table.lastLoad() != null && table.lastLoad().message() != null)
                .map(table -> sentence(
                        "Table %s failed in run %d".formatted(table.table(), table.lastLoad().runId()),
                        table.lastLoad().message()))
                .collect(Collectors.joining());
        String attempts = result.runs().stream()
                .flatMap(run -> run.attempts().stream().map(attempt -> sentence(
                        "Run %d, attempt %d failed at %s UTC"
                                .formatted(run.id(), attempt.attempt(), TextTable.time(attempt.failedAt())),
                        attempt.message())))
                .collect(Collectors.joining());
        String all = tables + attempts;
        return all.isEmpty() ? "" : "\n" + all;
    }

    private static String sentence(String what, String why) {
        return what + ": " + Paragraphs.inOneLine(why.strip()) + ".\n";
    }
}
