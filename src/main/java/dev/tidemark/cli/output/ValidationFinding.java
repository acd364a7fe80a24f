package dev.tidemark.cli.output;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.star.Total;
import dev.tidemark.validation.RowDifference;
import dev.tidemark.validation.TableCheck;
import dev.tidemark.validation.TotalCheck;
import dev.tidemark.validation.ValidationResult;
import dev.tidemark.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One check of a validation in words, the same in every format.
 *
 * @param kind what was compared: rows, totals, or references
 * @param name what exactly, such as {@code fact_payment} or {@code fact_payment by store 1}
 * @param verdict the result
 * @param summary one sentence
 * @param details one line for each named row
 */
record ValidationFinding(String kind, String name, Verdict verdict, String summary, List<String> details) {
    /** All checks of a validation, in its order. */
    static List<ValidationFinding> of(ValidationResult result) {
        List<ValidationFinding> findings = new ArrayList<>();
        result.tables().forEach(check -> findings.add(rows(check)));
        result.totals().forEach(check -> findings.add(totals(check)));
        findings.add(references(result));
        return findings;
    }

    private static ValidationFinding rows(TableCheck check) {
        String summary = Stream.of(
                        counted(check.missing(), "missing"),
                        counted(check.extra(), "extra"),
                        counted(check.different(), "different"),
                        counted(check.duplicates(), "duplicate"),
                        counted(check.pending(), "pending"))
                .flatMap(List::stream)
                .reduce((left, right) -> left + ", " + right)
                .orElse("equal");
        List<String> details =
                check.samples().stream().map(ValidationFinding::row).toList();
        return new ValidationFinding(
                "rows",
                check.table(),
                check.verdict(),
                "%s rows in the source, %s in the warehouse: %s"
                        .formatted(
                                TextTable.number(check.sourceRows()), TextTable.number(check.warehouseRows()), summary),
                details);
    }

    private static ValidationFinding totals(TotalCheck check) {
        return new ValidationFinding(
                "totals",
                check.table() + " by " + group(check),
                check.verdict(),
                "source %s, warehouse %s".formatted(total(check.source()), total(check.warehouse())),
                List.of());
    }

    private static ValidationFinding references(ValidationResult result) {
        List<String> details = result.orphans().stream()
                .map(orphan -> orphan.table() + " row " + orphan.row() + ": its " + orphan.parent() + " is not there")
                .toList();
        return new ValidationFinding(
                "references",
                "foreign keys",
                details.isEmpty() ? Verdict.EQUAL : Verdict.DIFFERENT,
                details.isEmpty()
                        ? "every reference leads to a row"
                        : details.size() + " rows refer to rows that are not there",
                details);
    }

    /** The group of a total, such as {@code store 1}. */
    static String group(TotalCheck check) {
        return check.group() + " " + (check.key() == Total.NO_GROUP ? "none" : check.key());
    }

    /** A row that differs, in words. */
    static String row(RowDifference difference) {
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

    private static List<String> counted(long count, String word) {
        return count == 0 ? List.of() : List.of(TextTable.number(count) + " " + word);
    }

    private static String total(Total total) {
        return TextTable.number(total.rows()) + " rows worth " + TextTable.amount(total.amountCents());
    }

    private static String quoted(String value) {
        return value == null ? "NULL" : "\"" + value + "\"";
    }
}
