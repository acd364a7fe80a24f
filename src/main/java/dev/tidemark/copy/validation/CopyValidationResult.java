package dev.tidemark.copy.validation;

import dev.tidemark.comparison.Tolerance;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The result of a validation of a copy.
 *
 * @param valid whether nothing is wrong; pending, rejected and tolerated rows and rows of others do not count
 * @param tables one for each table, parents before children
 */
@Serdeable
public record CopyValidationResult(boolean valid, List<CopyTableCheck> tables) {
    /** The result for these tables. */
    static CopyValidationResult of(List<CopyTableCheck> tables) {
        return new CopyValidationResult(tables.stream().allMatch(CopyTableCheck::isValid), tables);
    }

    /** This result with the verdicts under {@code tolerance}; orphans and sequences always count as differences. */
    public CopyValidationResult tolerating(Tolerance tolerance) {
        return of(tables.stream().map(check -> check.tolerating(tolerance)).toList());
    }
}
