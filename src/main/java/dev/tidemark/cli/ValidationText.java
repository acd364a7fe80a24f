package dev.tidemark.cli;

import dev.tidemark.engine.Total;
import dev.tidemark.validation.RowDifference;
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
        text.append("Facts of ")
                .append(result.from() == null ? "all days" : result.from() + " to " + result.to())
                .append("; the warehouse shows the source as of ")
                .append(TextTable.time(result.snapshotAt()))
                .append(" UTC.\n\n");
        text.append(TextTable.of(
                        List.of("table", "source", "warehouse", "missing", "extra", "different", "duplicate", "pending",
                                "verdict~"),
                        result.tables().stream().map(ValidationText::line).toList()))
                .append("\n\n");
        if (!result.totals().isEmpty()) {
            text.append(totals(result)).append("\n");
        }
        details(result).forEach(line -> text.append("\n").append(line));
        if (result.periodIsEmpty()) {
            text.append("\nNote: the period holds no fact at all, so facts were not put to the test;")
                    .append(" name another with --days, --from and --to, or --all.");
        }
        return text.append("\n").append(verdict(result)).toString();
    }

    private static String totals(ValidationResult result) {
        return TextTable.of(
                        List.of("totals", "by~", "source rows", "warehouse rows", "source sum", "warehouse sum",
                                "verdict~"),
                        result.totals().stream().map(ValidationText::line).toList());
    }

    private static String verdict(ValidationResult result) {
        long pending = result.tables().stream().mapToLong(TableCheck::pending).sum();
        String verdict =
                result.valid() ? "The warehouse matches the source." : "The warehouse DIFFERS from the source.";
        return pending == 0
                ? verdict
                : verdict + " " + TextTable.number(pending) + " pending rows will come with the next incremental.";
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
                check.group() + " " + (check.key() == Total.NO_GROUP ? "none" : check.key()),
                TextTable.number(check.source().rows()),
                TextTable.number(check.warehouse().rows()),
                TextTable.amount(check.source().amountCents()),
                TextTable.amount(check.warehouse().amountCents()),
                word(check.verdict()));
    }

    private static Stream<String> details(ValidationResult result) {
        Stream<String> rows = result.tables().stream()
                .flatMap(check -> check.samples().stream().map(sample -> check.table() + " " + row(sample)));
        Stream<String> orphans = result.orphans().stream()
                .map(orphan -> orphan.table() + " row " + orphan.row() + ": its " + orphan.parent() + " is not there");
        return Stream.concat(rows, orphans);
    }

    private static String row(RowDifference difference) {
        StringBuilder text = new StringBuilder(difference.key())
                .append(": ")
                .append(difference.kind().name().toLowerCase(Locale.ROOT));
        difference.columns().forEach(column -> text.append("; ")
                .append(column.column())
                .append(" is ")
                .append(quoted(column.warehouse()))
                .append(", should be ")
                .append(quoted(column.source())));
        return text.toString();
    }

    private static String quoted(String value) {
        return value == null ? "NULL" : "\"" + value + "\"";
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
