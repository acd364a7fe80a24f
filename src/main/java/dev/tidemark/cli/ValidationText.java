package dev.tidemark.cli;

import dev.tidemark.validation.TableCheck;
import dev.tidemark.validation.TotalCheck;
import dev.tidemark.validation.ValidationResult;
import dev.tidemark.validation.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A validation as text for people. */
final class ValidationText {
    private ValidationText() {}

    static String of(ValidationResult result) {
        StringBuilder text = new StringBuilder();
        text.append(scope(result)).append("\n\n");
        text.append(TextTable.of(
                        List.of("table", "source", "warehouse", "missing", "extra", "different", "duplicate", "pending",
                                "verdict~"),
                        result.tables().stream().map(ValidationText::line).toList()))
                .append("\n");
        if (!result.totals().isEmpty()) {
            text.append("\n").append(totals(result)).append("\n");
        }
        List<String> details = details(result).toList();
        if (!details.isEmpty()) {
            text.append("\n").append(String.join("\n", details)).append("\n");
        }
        if (result.periodIsEmpty()) {
            text.append("\nNote: the period holds no fact at all, so facts were not put to the test;")
                    .append(" name another with --days, --from and --to, or --all.\n");
        }
        return text.append("\n").append(verdict(result)).toString();
    }

    private static String totals(ValidationResult result) {
        return TextTable.of(
                        List.of("totals", "by~", "source rows", "warehouse rows", "source sum", "warehouse sum",
                                "verdict~"),
                        result.totals().stream().map(ValidationText::line).toList());
    }

    /** What was compared. */
    static String scope(ValidationResult result) {
        return "Facts of " + (result.from() == null ? "all days" : result.from() + " to " + result.to())
                + "; the warehouse shows the source as of " + TextTable.time(result.snapshotAt()) + " UTC.";
    }

    /** One or two sentences that say what came out. */
    static String verdict(ValidationResult result) {
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

    private static List<String> line(TableCheck check) {
        return List.of(
                check.table(),
                TextTable.number(check.sourceRows()),
                TextTable.number(check.warehouseRows()),
                TextTable.number(check.missing()),
                TextTable.number(check.extra()),
                TextTable.number(check.different()),
                TextTable.number(check.duplicates()),
                TextTable.number(check.pending()),
                word(check.verdict()));
    }

    private static List<String> line(TotalCheck check) {
        return List.of(
                check.table(),
                ValidationFinding.group(check),
                TextTable.number(check.source().rows()),
                TextTable.number(check.warehouse().rows()),
                TextTable.amount(check.source().amountCents()),
                TextTable.amount(check.warehouse().amountCents()),
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

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
