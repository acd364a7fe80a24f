package dev.tidemark.cli.output.validation;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.comparison.Verdict;
import dev.tidemark.run.history.ValidationOutcome;
import dev.tidemark.star.Total;
import dev.tidemark.validation.RowDifference;
import dev.tidemark.validation.TableCheck;
import dev.tidemark.validation.TotalCheck;
import dev.tidemark.validation.ValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** A validation of a star in words. */
public final class StarReport {
    private static final RowCounts<TableCheck> COUNTS = new RowCounts<>(List.of(
            new RowCounts.Kind<>("missing", TableCheck::missing),
            new RowCounts.Kind<>("extra", TableCheck::extra),
            new RowCounts.Kind<>("different", TableCheck::different),
            new RowCounts.Kind<>("duplicate", TableCheck::duplicates),
            new RowCounts.Kind<>("pending", TableCheck::pending)));

    private StarReport() {}

    /** The report of {@code result}, of a warehouse. */
    public static ValidationReport of(ValidationResult result) {
        return of(result, "warehouse");
    }

    /** The report of {@code result}; {@code noun} is what was validated. */
    public static ValidationReport of(ValidationResult result, String noun) {
        long tolerated = result.tables().stream()
                .filter(check -> check.verdict() == Verdict.TOLERATED)
                .mapToLong(TableCheck::wrong)
                .sum();
        long pending = sum(result, TableCheck::pending);
        List<ValidationFinding> findings = findings(result, noun);
        return new ValidationReport(
                result,
                new ValidationOutcome(
                        ValidationReport.worst(findings),
                        result.from(),
                        result.to(),
                        sum(result, TableCheck::sourceRows),
                        sum(result, TableCheck::wrong),
                        pending),
                ValidationReport.headline(subject(result, noun), result.valid(), tolerated, pending)
                        + (result.warning() == null ? "" : " Warning: " + result.warning()),
                tables(result, noun),
                findings);
    }

    // A validation without a fact says nothing of the warehouse as a whole.
    private static String subject(ValidationResult result, String noun) {
        return result.valid() && result.warning() != null ? "What was compared" : "The " + noun;
    }

    private static long sum(ValidationResult result, ToLongFunction<TableCheck> rows) {
        return result.tables().stream().mapToLong(rows).sum();
    }

    private static String tables(ValidationResult result, String noun) {
        String tables = COUNTS.table(
                result.tables(),
                List.of("table", "source", noun),
                check -> List.of(
                        check.table(),
                        TextTable.number(check.sourceRows()),
                        TextTable.number(check.warehouseRows())),
                TableCheck::verdict);
        String totals = TextTable.of(
                List.of("totals", "by~", "source rows", "off by", "source sum", "off by", "verdict~"),
                result.totals().stream().map(StarReport::line).toList());
        return scope(result, noun) + "\n\n" + tables + (result.totals().isEmpty() ? "" : "\n\n" + totals);
    }

    private static List<String> line(TotalCheck check) {
        return List.of(
                check.table(),
                group(check),
                TextTable.number(check.source().rows()),
                TextTable.number(check.warehouse().rows() - check.source().rows()),
                amount(check.source(), check.source().amountCents()),
                amount(check.source(), check.warehouse().centsMoreThan(check.source())),
                check.verdict().word());
    }

    private static List<ValidationFinding> findings(ValidationResult result, String noun) {
        List<ValidationFinding> findings = new ArrayList<>();
        result.tables().forEach(check -> findings.add(rows(check, noun)));
        result.totals().forEach(check -> findings.add(totals(check, noun)));
        findings.add(references(result));
        findings.add(period(result, noun));
        return findings;
    }

    private static ValidationFinding rows(TableCheck check, String noun) {
        return new ValidationFinding(
                ValidationFinding.ROWS,
                check.table(),
                check.verdict(),
                "%s rows in the source, %s in the %s: %s"
                        .formatted(
                                TextTable.number(check.sourceRows()),
                                TextTable.number(check.warehouseRows()),
                                noun,
                                COUNTS.inWords(check)),
                check.samples().stream().map(StarReport::row).toList());
    }

    private static String row(RowDifference difference) {
        return ValidationFinding.row(
                difference.key(),
                difference.kind(),
                difference.columns().stream()
                        .map(column -> ValidationFinding.column(column.column(), column.warehouse(), column.source()))
                        .toList());
    }

    private static ValidationFinding totals(TotalCheck check, String noun) {
        return new ValidationFinding(
                "totals",
                check.table() + " by " + group(check),
                check.verdict(),
                "source %s, %s %s".formatted(total(check.source()), noun, total(check.warehouse())),
                List.of());
    }

    private static ValidationFinding references(ValidationResult result) {
        List<String> details = result.orphans().stream()
                .map(orphan -> orphan.table() + " row " + orphan.row() + ": its " + orphan.parent() + " is not there")
                .toList();
        return new ValidationFinding(
                "references",
                "foreign keys",
                ValidationReport.verdict(details.isEmpty()),
                details.isEmpty()
                        ? "every reference leads to a row"
                        : details.size() + " rows refer to rows that are not there",
                details);
    }

    private static ValidationFinding period(ValidationResult result, String noun) {
        return new ValidationFinding(
                ValidationFinding.PERIOD,
                "facts",
                result.periodIsEmpty() ? Verdict.PARTIAL : Verdict.EQUAL,
                result.periodIsEmpty() ? result.warning() : scope(result, noun),
                List.of());
    }

    // The facts that were compared, and the state that the warehouse shows.
    private static String scope(ValidationResult result, String noun) {
        return "Facts of " + (result.from() == null ? "all days" : result.from() + " to " + result.to())
                + "; the " + noun + " shows the source as of " + TextTable.time(result.snapshotAt()) + " UTC.";
    }

    private static String group(TotalCheck check) {
        return check.group() + " " + (check.key() == Total.NO_GROUP ? "none" : check.key());
    }

    // A dash where rows have no amounts.
    private static String amount(Total total, Long cents) {
        return total.amountCents() == null ? "-" : TextTable.amount(cents);
    }

    private static String total(Total total) {
        String rows = TextTable.number(total.rows()) + " rows";
        return total.amountCents() == null ? rows : rows + " worth " + TextTable.amount(total.amountCents());
    }
}
