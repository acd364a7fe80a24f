package dev.tidemark.cli.output.validation;

import dev.tidemark.comparison.Verdict;
import java.util.Locale;

/** What makes a validation fail. */
public enum FailOn {
    /** Whatever is not equal fails, such as pending and tolerated rows, and a period without facts. */
    WARNING,
    /** Only a wrong target fails. */
    DIFFERENCE;

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a check with this verdict fails. */
    public boolean fails(Verdict verdict) {
        return verdict == Verdict.DIFFERENT || this == WARNING && verdict != Verdict.EQUAL;
    }
}
