package dev.tidemark.run.history;

import dev.tidemark.comparison.Verdict;
import java.time.LocalDate;

/**
 * What a validation found.
 *
 * @param verdict the worst of its verdicts
 * @param from the first day of the facts that were compared; null for all
 * @param to the last day; null for all
 * @param compared rows of the source that were compared
 * @param wrong rows that are wrong, tolerated ones too
 * @param pending rows that changed in the source since the last run
 */
public record ValidationOutcome(
        Verdict verdict, LocalDate from, LocalDate to, long compared, long wrong, long pending) {}
