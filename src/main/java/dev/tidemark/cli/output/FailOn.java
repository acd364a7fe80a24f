package dev.tidemark.cli.output;

import dev.tidemark.validation.ValidationResult;
import dev.tidemark.validation.Verdict;

/** What makes a validation fail. */
public enum FailOn {
    /** Pending rows, tolerated rows and a period without facts fail too. */
    WARNING,
    /** Only a wrong warehouse fails. */
    DIFFERENCE;

    /** Whether a validation with this result fails. */
    public boolean fails(ValidationResult result) {
        return !result.valid() || this == WARNING && result.hasWarnings();
    }

    /** Whether one check with this verdict fails. */
    public boolean fails(Verdict verdict) {
        return switch (verdict) {
            case EQUAL -> false;
            case PENDING, TOLERATED -> this == WARNING;
            case DIFFERENT -> true;
        };
    }
}
