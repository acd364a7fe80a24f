package dev.tidemark.cli.output;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.copy.load.CopyInitResult;
import dev.tidemark.copy.load.CopyResult;
import dev.tidemark.copy.load.CopyTableResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Results of a copy as text for people. */
public final class CopyText {
    private CopyText() {}

    /** Both ends, the state, and the tables. */
    public static String of(CopyInitResult result) {
        List<List<String>> tables = result.tables().stream()
                .map(table -> List.of(
                        table.table(),
                        table.target(),
                        TextTable.number(table.rows()),
                        table.created() ? "created" : "was there"))
                .toList();
        return """
                Source  %s, %s
                Target  %s, %s
                State   %s

                %s

                %s
                """
                .formatted(
                        result.source(),
                        result.sourceVersion(),
                        result.target(),
                        result.targetVersion(),
                        result.state(),
                        TextTable.of(List.of("table", "target~", "rows", "table of the target~"), tables),
                        line(result));
    }

    /** The result of an init in a sentence. */
    public static String line(CopyInitResult result) {
        String done = "init done: %d tables can be carried over from %s to %s; %d of them created just now."
                .formatted(result.tables().size(), result.source(), result.target(), result.created());
        return result.restored().isEmpty()
                ? done
                : done + " Made anew in the state file what somebody dropped: " + String.join(", ", result.restored())
                        + ".";
    }

    /** What was done with each table, the rows that were left out, and the result in a sentence. */
    public static String of(CopyResult result) {
        List<List<String>> rows = new ArrayList<>();
        result.tables().forEach(table -> rows.add(line(table)));
        rows.add(List.of(
                "total",
                TextTable.number(result.total().read()),
                TextTable.number(result.total().inserted()),
                TextTable.number(result.total().updated()),
                TextTable.number(result.total().deleted()),
                TextTable.number(result.total().unchanged()),
                TextTable.number(result.failed()),
                TextTable.number(result.total().read() * 1_000 / Math.max(1, result.milliseconds())),
                TextTable.duration(result.milliseconds())));
        return """
                %s
                %s
                %s
                """
                .formatted(
                        TextTable.of(
                                List.of(
                                        "table",
                                        "total",
                                        "inserted",
                                        "updated",
                                        "deleted",
                                        "skipped",
                                        "failed",
                                        "rows/s",
                                        "time"),
                                rows),
                        details(result),
                        line(result));
    }

    private static String details(CopyResult result) {
        String tables = result.tables().stream()
                .filter(table -> table.message() != null)
                .map(table -> "Table %s failed: %s.%n".formatted(table.table(), table.message()))
                .collect(Collectors.joining());
        String rows = result.badRows().stream()
                .map(row -> "Left out: %s.%n".formatted(row))
                .collect(Collectors.joining());
        String all = tables + rows;
        return all.isEmpty() ? "" : "\n" + all;
    }

    /** The result of a load in a sentence. */
    public static String line(CopyResult result) {
        String done = result.command() + (result.rehearsed() ? " rehearsed in " : " done in ")
                + TextTable.duration(result.milliseconds()) + ": "
                + "%s inserted, %s updated, %s deleted"
                        .formatted(
                                TextTable.number(result.total().inserted()),
                                TextTable.number(result.total().updated()),
                                TextTable.number(result.total().deleted()));
        String left = result.complete()
                ? ""
                : "; NOT COMPLETE: %s rows left out, %d tables failed"
                        .formatted(
                                TextTable.number(result.failed()),
                                result.tables().stream().filter(table -> table.message() != null).count());
        return result.rehearsed()
                ? done + left + ". Nothing was written."
                : done + left + ". The target shows the source as of " + TextTable.time(result.snapshotAt()) + " UTC.";
    }

    private static List<String> line(CopyTableResult table) {
        return List.of(
                table.table(),
                TextTable.number(table.total()),
                TextTable.number(table.inserted()),
                TextTable.number(table.updated()),
                TextTable.number(table.deleted()),
                TextTable.number(table.skipped()),
                TextTable.number(table.failed()),
                TextTable.number(table.rowsPerSecond()),
                TextTable.duration(table.milliseconds()));
    }
}
