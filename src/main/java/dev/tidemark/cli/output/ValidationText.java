package dev.tidemark.cli.output;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.validation.TableCheck;
import dev.tidemark.validation.TotalCheck;
import dev.tidemark.validation.ValidationResult;
import dev.tidemark.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** A validation as text for people. */
public final class ValidationText {
    private ValidationText() {}

    /** The compared tables and totals, the rows that differ, and the verdict. */
    public static String of(ValidationResult result) {
        StringBuilder text = new StringBuilder();
        text.append(scope(result)).append("\n\n");
        text.append(tables(result.tables())).append("\n");
        if (!result.totals().isEmpty()) {
            text.append("\n").append(totals(result)).append("\n");
        }
        List<String> details = details(result).toList();
        if (!details.isEmpty()) {
            text.append("\n").append(String.join("\n", details)).append("\n");
        }
        if (result.periodIsEmpty()) {
            text.append("\nNote: the period holds no facts, so no facts were compared;")
                    .append(" choose another with --days, --from and --to, or --all.\n");
        }
        return text.append("\n").append(verdict(result)).toString();
    }

    // Leaves out kinds of difference that no table has, so that the table fits a terminal.
    private static String tables(List<TableCheck> checks) {
        List<Kind> kinds = Stream.of(
                        new Kind("missing", TableCheck::missing),
                        new Kind("extra", TableCheck::extra),
                        new Kind("different", TableCheck::different),
                        new Kind("duplicate", TableCheck::duplicates),
                        new Kind("pending", TableCheck::pending))
                .filter(kind -> checks.stream().anyMatch(check -> kind.rows().applyAsLong(check) > 0))
                .toList();
        List<String> headings = new ArrayList<>(List.of("table", "source", "warehouse"));
        kinds.forEach(kind -> headings.add(kind.heading()));
        headings.add("verdict~");
        return TextTable.of(headings, checks.stream().map(check -> line(check, kinds)).toList());
    }

    private static List<String> line(TableCheck check, List<Kind> kinds) {
        List<String> line = new ArrayList<>(List.of(
                check.table(), TextTable.number(check.sourceRows()), TextTable.number(check.warehouseRows())));
        kinds.forEach(kind -> line.add(TextTable.number(kind.rows().applyAsLong(check))));
        line.add(word(check.verdict()));
        return line;
    }

    private static String totals(ValidationResult result) {
        return TextTable.of(
                List.of("totals", "by~", "source rows", "off by", "source sum", "off by", "verdict~"),
                result.totals().stream().map(ValidationText::line).toList());
    }

    /** The facts that were compared, and the state that the warehouse shows. */
    static String scope(ValidationResult result) {
        return "Facts of " + (result.from() == null ? "all days" : result.from() + " to " + result.to())
                + "; the warehouse shows the source as of " + TextTable.time(result.snapshotAt()) + " UTC.";
    }

    /** The verdict in one or two sentences. */
    public static String verdict(ValidationResult result) {
        long pending = result.tables().stream().mapToLong(TableCheck::pending).sum();
        long tolerated = result.tables().stream()
                .filter(check -> check.verdict() == Verdict.TOLERATED)
                .mapToLong(TableCheck::wrong)
                .sum();
        StringBuilder verdict = new StringBuilder(verdict(result.valid(), tolerated));
        if (pending > 0) {
            verdict.append(pending == 1
                    ? " 1 pending row will come with the next incremental."
                    : " " + TextTable.number(pending) + " pending rows will come with the next incremental.");
        }
        return verdict.toString();
    }

    private static String verdict(boolean valid, long tolerated) {
        if (!valid) {
            return "The warehouse DIFFERS from the source.";
        }
        return tolerated == 0
                ? "The warehouse matches the source."
                : "The warehouse differs from the source in " + TextTable.number(tolerated)
                        + (tolerated == 1 ? " row" : " rows") + ", which is tolerated.";
    }

    private static List<String> line(TotalCheck check) {
        return List.of(
                check.table(),
                ValidationFinding.group(check),
                TextTable.number(check.source().rows()),
                TextTable.number(check.warehouse().rows() - check.source().rows()),
                TextTable.amount(check.source().amountCents()),
                TextTable.amount(check.warehouse().amountCents() - check.source().amountCents()),
                word(check.verdict()));
    }

    private static Stream<String> details(ValidationResult result) {
        Stream<String> rows = result.tables().stream()
                .flatMap(check -> check.samples().stream()
                        .map(sample -> check.table() + " " + ValidationFinding.row(sample)));
        Stream<String> orphans = result.orphans().stream()
                .map(orphan -> orphan.table() + " row " + orphan.row() + ": its " + orphan.parent() + " is not there");
        return Stream.concat(rows, orphans);
    }

    private record Kind(String heading, ToLongFunction<TableCheck> rows) {}

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
