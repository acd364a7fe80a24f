package dev.tidemark.cli.output;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.run.Counts;
import dev.tidemark.star.load.InitResult;
import dev.tidemark.star.load.LoadResult;
import dev.tidemark.star.load.TableResult;
import java.util.ArrayList;
import java.util.List;

/** Results as text for people. */
public final class ResultText {
    private static final String WAREHOUSE = "warehouse";

    private ResultText() {}

    /** The source, the warehouse, and the rows of each table. */
    public static String of(InitResult result) {
        List<List<String>> rows = result.tables().stream()
                .map(table -> List.of(table.table(), TextTable.number(table.rows())))
                .toList();
        return """
                Source     %s, version %s: all %d tables are there and readable
                Warehouse  %s: %s

                %s

                %s
                """
                .formatted(
                        result.source(),
                        result.sourceVersion(),
                        result.sourceTables(),
                        result.warehouse(),
                        migrations(result),
                        TextTable.of(List.of("table", "rows"), rows),
                        filled(result) ? "The warehouse is ready." : "The warehouse is ready; full-load fills it.");
    }

    // init fills one table itself, the calendar.
    private static boolean filled(InitResult result) {
        return result.tables().stream().filter(table -> table.rows() > 0).count() > 1;
    }

    /** The counts of each table, and the result in a sentence, of a warehouse. */
    public static String of(LoadResult result) {
        return of(result, WAREHOUSE);
    }

    /** The same; {@code noun} is what was loaded. */
    public static String of(LoadResult result, String noun) {
        List<List<String>> rows = new ArrayList<>();
        result.tables().forEach(table -> rows.add(line(table)));
        rows.add(line(new TableResult("total", result.total(), result.milliseconds())));
        return """
                %s

                %s
                """
                .formatted(
                        TextTable.of(
                                List.of("table", "read", "inserted", "updated", "deleted", "unchanged", "time"), rows),
                        line(result, noun));
    }

    /** The result of a load of a warehouse in a sentence. */
    public static String line(LoadResult result) {
        return line(result, WAREHOUSE);
    }

    /** The same; {@code noun} is what was loaded. */
    public static String line(LoadResult result, String noun) {
        String done = result.command() + (result.rehearsed() ? " rehearsed in " : " done in ")
                + TextTable.duration(result.milliseconds()) + ": " + words(result.total());
        return result.rehearsed()
                ? done + ". Nothing was written."
                : done + ". The " + noun + " shows the source as of " + TextTable.time(result.snapshotAt()) + " UTC.";
    }

    /** The result of an init in a sentence. */
    public static String line(InitResult result) {
        return "init done: %s, %s; the source %s has all %d tables."
                .formatted(
                        result.warehouse(),
                        migrations(result),
                        result.source(),
                        result.sourceTables());
    }

    private static String migrations(InitResult result) {
        String applied = switch (result.migrations()) {
            case 0 -> "the schema is current";
            case 1 -> "1 schema migration applied";
            default -> result.migrations() + " schema migrations applied";
        };
        return result.restored().isEmpty()
                ? applied
                : applied + ", made anew what somebody dropped (" + String.join(", ", result.restored()) + ")";
    }

    private static List<String> line(TableResult result) {
        Counts counts = result.counts();
        return List.of(
                result.table(),
                TextTable.number(counts.read()),
                TextTable.number(counts.inserted()),
                TextTable.number(counts.updated()),
                TextTable.number(counts.deleted()),
                TextTable.number(counts.unchanged()),
                TextTable.duration(result.milliseconds()));
    }

    private static String words(Counts counts) {
        if (counts.written() == 0) {
            return "nothing differed";
        }
        return "%s %s inserted, %s updated, %s deleted"
                .formatted(
                        TextTable.number(counts.inserted()),
                        counts.inserted() == 1 ? "row" : "rows",
                        TextTable.number(counts.updated()),
                        TextTable.number(counts.deleted()));
    }
}
