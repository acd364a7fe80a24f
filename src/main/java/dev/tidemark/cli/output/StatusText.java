package dev.tidemark.cli.output;

import dev.tidemark.cli.output.validation.ValidationReport;
import dev.tidemark.cli.text.Paragraphs;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.status.PipelineStatus;
import dev.tidemark.status.RunStatus;
import dev.tidemark.status.StatusResult;
import dev.tidemark.status.TableStatus;
import dev.tidemark.status.ValidationStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The state of a warehouse as text for people. */
public final class StatusText {
    private StatusText() {}

    /** The tables, the last runs, the messages of failed runs, and the age in a sentence. */
    public static String of(StatusResult result) {
        String runs = TextTable.of(
                List.of("run", "command~", "started (UTC)~", "outcome~", "inserted", "updated", "deleted"),
                result.runs().stream().map(StatusText::line).toList());
        return """
                Warehouse  %s
                Source     %s
                Validated  %s

                %s

                %s
                %s
                %s
                """
                .formatted(
                        result.warehouse(),
                        source(result.source(), result.sourceTime()),
                        validation(result),
                        tables(result.tables()),
                        runs,
                        messages(result),
                        summary(result));
    }

    /** The source at {@code address} and its clock, which is null where it cannot be reached. */
    public static String source(String address, Instant time) {
        return time == null
                ? address + " (cannot be reached)"
                : address + ", its clock says " + TextTable.time(time) + " UTC";
    }

    /** The tables of a star. */
    public static String tables(List<StatusResult.Table> tables) {
        return TextTable.of(
                List.of("table", "rows then", "shows source as of~", "last update~", "lag"),
                tables.stream().map(StatusText::line).toList());
    }

    /** Why runs failed, a line each, after an empty line; empty if none did. The messages are too long for a column. */
    static String messages(PipelineStatus result) {
        String lines = result.runs().stream()
                .filter(run -> run.message() != null)
                .map(run -> "Run %d: %s.\n".formatted(run.id(), Paragraphs.inOneLine(run.message().strip())))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n" + lines;
    }

    /** The last validation, in words. */
    static String validation(PipelineStatus result) {
        ValidationStatus last = result.lastValidation();
        return last == null
                ? "never"
                : "%s UTC: %s; %s compared%s, %s wrong, %s pending".formatted(
                        TextTable.time(last.finishedAt()),
                        last.verdict().word(),
                        ValidationReport.rows(last.compared()),
                        last.from() == null ? "" : " (facts of " + last.from() + " to " + last.to() + ")",
                        TextTable.number(last.wrong()),
                        TextTable.number(last.pending()));
    }

    /** The age, and the last run, in a sentence. */
    static String summary(PipelineStatus result) {
        String age = age(result.subject(), result.tables());
        return result.runs().stream()
                .findFirst()
                .map(run -> age + "; the last run, " + run.command() + ", " + outcome(run) + ".")
                .orElse(age + ".");
    }

    /** The age of what is kept level, such as {@code the warehouse}: the beginning of a sentence. */
    public static String age(String subject, List<? extends TableStatus> tables) {
        String name = "T" + subject.substring(1);
        return Lag.oldest(tables)
                .map(seconds -> name + " is " + TextTable.lag(seconds) + " behind the source")
                .orElse(name + " was never loaded as a whole");
    }

    private static String outcome(RunStatus run) {
        return switch (run.outcome()) {
            case "running" -> "has been running since " + TextTable.time(run.startedAt()) + " UTC";
            case "interrupted" -> "did not end: it was killed, or the machine stopped";
            default -> run.outcome();
        };
    }

    private static List<String> line(StatusResult.Table table) {
        return List.of(
                table.table(),
                TextTable.number(table.rows()),
                timeOrDash(table.snapshotAt()),
                table.lastUpdate() == null ? "-" : table.lastUpdate(),
                table.lagSeconds() == null ? "never loaded" : TextTable.lag(table.lagSeconds()));
    }

    private static List<String> line(StatusResult.Run run) {
        return List.of(
                Long.toString(run.id()),
                run.command(),
                TextTable.time(run.startedAt()),
                run.outcome(),
                TextTable.number(run.counts().inserted()),
                TextTable.number(run.counts().updated()),
                TextTable.number(run.counts().deleted()));
    }

    /** The time; a dash for null. */
    static String timeOrDash(Instant time) {
        return time == null ? "-" : TextTable.time(time);
    }
}
