package dev.tidemark.validation;

import dev.tidemark.star.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A period in which neither side has a fact, so that a validation compares none.
 *
 * @param period the period; empty for all days
 * @param newest the day of the warehouse's newest fact; empty for none
 */
record EmptyPeriod(Optional<Period> period, Optional<LocalDate> newest) {
    /** What was not compared, and the options that compare it. */
    String warning() {
        return "No fact was compared, because neither side has one"
                + period.map(days -> " of " + days.from() + " to " + days.to()).orElse("")
                + (period.isEmpty() ? "." : newest.map(this::choice).orElse("; --all compares all facts."));
    }

    private String choice(LocalDate day) {
        long days = ChronoUnit.DAYS.between(period.orElseThrow().from(), period.orElseThrow().to());
        return "; the newest fact is of %s: --all, or --from %s --to %s, compares it."
                .formatted(day, day.minusDays(days), day);
    }
}
