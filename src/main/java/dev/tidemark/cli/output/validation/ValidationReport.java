package dev.tidemark.cli.output.validation;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.comparison.Verdict;
import dev.tidemark.run.history.ValidationOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A validation of any pipeline, from which all formats are made.
 *
 * @param result the result as a record, for programs
 * @param outcome the result in short, for the history
 * @param headline the verdict in one or two sentences
 * @param tables what was compared and the counts, as text for people
 * @param findings all checks, in order
 */
public record ValidationReport(
        Object result,
        ValidationOutcome outcome,
        String headline,
        String tables,
        List<ValidationFinding> findings) {
    /** Whether a check fails the command. */
    public boolean fails(FailOn failOn) {
        return findings.stream().anyMatch(finding -> failOn.fails(finding.verdict()));
    }

    /** The checks that fail the command, a line each, and the rows that differ. */
    public String failures(FailOn failOn) {
        return findings.stream()
                .filter(finding -> failOn.fails(finding.verdict()))
                .map(finding -> finding.name() + ": " + finding.summary() + "\n" + finding.lines())
                .collect(Collectors.joining());
    }

    /** The report as text for people: the tables, the rows that differ, and the verdict. */
    public String text() {
        String details = findings.stream().map(ValidationFinding::lines).collect(Collectors.joining());
        return tables + "\n" + (details.isEmpty() ? "" : "\n" + details) + "\n" + headline;
    }

    /**
     * A headline.
     *
     * @param subject what was validated, such as "The warehouse"
     * @param tolerated rows that are wrong, and tolerated
     * @param pending rows that the next incremental brings
     */
    static String headline(String subject, boolean valid, long tolerated, long pending) {
        String verdict = !valid
                ? subject + " DIFFERS from the source."
                : tolerated == 0
                        ? subject + " matches the source."
                        : subject + " differs from the source in " + rows(tolerated) + ", which is tolerated.";
        return pending == 0
                ? verdict
                : verdict + " " + (pending == 1 ? "1 pending row" : TextTable.number(pending) + " pending rows")
                        + " will come with the next incremental.";
    }

    /** The worst verdict of {@code findings}. */
    static Verdict worst(List<ValidationFinding> findings) {
        return findings.stream().map(ValidationFinding::verdict).max(Comparator.naturalOrder()).orElse(Verdict.EQUAL);
    }

    /** Rows in words, such as {@code 1 row}. */
    public static String rows(long count) {
        return TextTable.number(count) + (count == 1 ? " row" : " rows");
    }

    /** A verdict on what is not tolerated. */
    static Verdict verdict(boolean isRight) {
        return isRight ? Verdict.EQUAL : Verdict.DIFFERENT;
    }
}
