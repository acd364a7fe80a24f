package dev.tidemark.run.history;

import dev.tidemark.comparison.Verdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The record of a validation that ended with a verdict.
 *
 * @param id ascending in the order of validations
 * @param startedAt UTC, by this machine's clock
 * @param finishedAt UTC, by this machine's clock
 * @param verdict the {@linkplain Verdict#word() word} of its worst verdict
 * @param firstDay the first day of the facts that were compared, YYYY-MM-DD; null for all
 * @param lastDay the last day; null for all
 * @param rowsCompared rows of the source that were compared
 * @param rowsWrong rows that were wrong, tolerated ones too
 * @param rowsPending rows that had changed in the source since the last run
 */
public record ValidationRecord(
        long id,
        LocalDateTime startedAt,
        LocalDateTime finishedAt,
        String verdict,
        String firstDay,
        String lastDay,
        long rowsCompared,
        long rowsWrong,
        long rowsPending) {
    /** The record of {@code outcome}. */
    static ValidationRecord of(long id, LocalDateTime startedAt, LocalDateTime finishedAt, ValidationOutcome outcome) {
        return new ValidationRecord(
                id,
                startedAt,
                finishedAt,
                outcome.verdict().word(),
                text(outcome.from()),
                text(outcome.to()),
                outcome.compared(),
                outcome.wrong(),
                outcome.pending());
    }

    /** What the validation found. */
    public ValidationOutcome outcome() {
        return new ValidationOutcome(
                Verdict.ofWord(verdict), day(firstDay), day(lastDay), rowsCompared, rowsWrong, rowsPending);
    }

    private static String text(LocalDate day) {
        return Optional.ofNullable(day).map(LocalDate::toString).orElse(null);
    }

    private static LocalDate day(String text) {
        return Optional.ofNullable(text).map(LocalDate::parse).orElse(null);
    }
}
