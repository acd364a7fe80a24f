package dev.tidemark.status;

import dev.tidemark.comparison.Verdict;
import dev.tidemark.run.history.ValidationOutcome;
import dev.tidemark.run.history.ValidationRecord;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A validation that ended with a verdict.
 *
 * @param finishedAt when it ended, UTC, by this machine's clock
 * @param verdict the worst of its verdicts
 * @param from the first day of the facts that were compared; null for all
 * @param to the last day; null for all
 * @param compared rows of the source that were compared
 * @param wrong rows that were wrong, tolerated ones too
 * @param pending rows that had changed in the source since the last run
 */
@Serdeable
public record ValidationStatus(
        Instant finishedAt,
        Verdict verdict,
        LocalDate from,
        LocalDate to,
        long compared,
        long wrong,
        long pending) {
    /** What is told of {@code validation}. */
    public static ValidationStatus of(ValidationRecord validation) {
        ValidationOutcome outcome = validation.outcome();
        return new ValidationStatus(
                validation.finishedAt().toInstant(ZoneOffset.UTC),
                outcome.verdict(),
                outcome.from(),
                outcome.to(),
                outcome.compared(),
                outcome.wrong(),
                outcome.pending());
    }

    /** Whether nothing was wrong, but for what was tolerated. */
    public boolean valid() {
        return verdict != Verdict.DIFFERENT;
    }
}
