package dev.tidemark.cli.output.validation;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.comparison.Verdict;
import dev.tidemark.copy.validation.CopyDifference;
import dev.tidemark.copy.validation.CopyTableCheck;
import dev.tidemark.copy.validation.CopyValidationResult;
import dev.tidemark.run.history.ValidationOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** A validation of a copy in words. */
public final class CopyReport {
    private static final RowCounts<CopyTableCheck> COUNTS = new RowCounts<>(List.of(
            new RowCounts.Kind<>("missing", CopyTableCheck::missing),
            new RowCounts.Kind<>("different", CopyTableCheck::different),
            new RowCounts.Kind<>("pending", CopyTableCheck::pending),
            new RowCounts.Kind<>("rejected", CopyTableCheck::rejected),
            new RowCounts.Kind<>("of others", CopyTableCheck::others)));

    private CopyReport() {}

    /** The report of {@code result}. */
    public static ValidationReport of(CopyValidationResult result) {
        List<ValidationFinding> findings =
                result.tables().stream().flatMap(check -> findings(check).stream()).toList();
        return new ValidationReport(
                result,
                new ValidationOutcome(
                        ValidationReport.worst(findings),
                        null,
                        null,
                        sum(result, CopyTableCheck::sourceRows),
                        sum(result, CopyTableCheck::wrong),
                        sum(result, CopyTableCheck::pending)),
                headline(result),
                COUNTS.table(
                        result.tables(),
                        List.of("table", "source", "target", "carried over"),
                        check -> List.of(
                                check.table(),
                                TextTable.number(check.sourceRows()),
                                TextTable.number(check.targetRows()),
                                TextTable.number(check.carried())),
                        CopyTableCheck::verdict),
                findings);
    }

    private static String headline(CopyValidationResult result) {
        long tolerated = result.tables().stream()
                .filter(check -> check.verdict() == Verdict.TOLERATED)
                .mapToLong(CopyTableCheck::wrong)
                .sum();
        long rejected = sum(result, CopyTableCheck::rejected);
        long others = sum(result, CopyTableCheck::others);
        return ValidationReport.headline("The target", result.valid(), tolerated, sum(result, CopyTableCheck::pending))
                + (rejected == 0 ? "" : " Rejected and left out: " + ValidationReport.rows(rejected) + ".")
                + (others == 0
                        ? ""
                        : " In the target, but not from the source: " + ValidationReport.rows(others) + ".");
    }

    private static long sum(CopyValidationResult result, ToLongFunction<CopyTableCheck> rows) {
        return result.tables().stream().mapToLong(rows).sum();
    }

    private static List<ValidationFinding> findings(CopyTableCheck check) {
        List<ValidationFinding> findings = new ArrayList<>();
        findings.add(new ValidationFinding(
                ValidationFinding.ROWS,
                check.table(),
                check.verdict(),
                "%s rows in the source, %s in the target: %s"
                        .formatted(
                                TextTable.number(check.sourceRows()),
                                TextTable.number(check.targetRows()),
                                COUNTS.inWords(check)),
                check.samples().stream().map(CopyReport::row).toList()));
        check.sums().forEach(sum -> findings.add(finding(
                "sums",
                check.table() + " " + sum.column(),
                sum.verdict(),
                "source %s, target %s".formatted(sum.source(), sum.target()))));
        check.references().forEach(reference -> findings.add(finding(
                "references",
                check.table() + " " + String.join(", ", reference.columns()),
                ValidationReport.verdict(reference.orphans() == 0),
                reference.orphans() == 0
                        ? "every reference leads to a row of " + reference.parent()
                        : "rows that refer to rows of %s which are not there: %s"
                                .formatted(reference.parent(), TextTable.number(reference.orphans())))));
        if (check.sequenceLag() > 0) {
            findings.add(finding(
                    "sequence",
                    check.table(),
                    Verdict.DIFFERENT,
                    "the next number is behind the largest one by " + TextTable.number(check.sequenceLag())));
        }
        return findings;
    }

    // A finding that names no rows.
    private static ValidationFinding finding(String kind, String name, Verdict verdict, String summary) {
        List<String> details = verdict == Verdict.EQUAL ? List.of() : List.of(name + ": " + summary);
        return new ValidationFinding(kind, name, verdict, summary, details);
    }

    private static String row(CopyDifference difference) {
        return ValidationFinding.row(
                difference.key(),
                difference.kind(),
                difference.columns().stream()
                        .map(column -> ValidationFinding.column(column.column(), column.target(), column.source()))
                        .toList());
    }
}
