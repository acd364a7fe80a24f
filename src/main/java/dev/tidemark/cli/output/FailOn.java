package dev.tidemark.cli.output;

import dev.tidemark.comparison.Verdict;

/** What makes a validation fail. */
public enum FailOn {
    /** Whatever is not equal fails, such as pending and tolerated rows, and a period without facts. */
    WARNING,
    /** Only a wrong target fails. */
    DIFFERENCE;

    /** Whether a check with this verdict fails. */
    public boolean fails(Verdict verdict) {
        return verdict == Verdict.DIFFERENT || this == WARNING && verdict != Verdict.EQUAL;
    }
}
