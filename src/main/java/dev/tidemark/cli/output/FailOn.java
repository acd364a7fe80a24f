package dev.tidemark.cli.output;

import dev.tidemark.validation.ValidationResult;
import dev.tidemark.validation.Verdict;

/** From what on a validation fails. */
public enum FailOn {
    /** Already where rows are pending, or wrong within the tolerance, or where there was no fact to compare. */
    WARNING,
    /** Where the warehouse is wrong. */
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
