package dev.tidemark.check;

import dev.tidemark.failure.Reason;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * All that a check found.
 *
 * @param healthy whether there is no problem; warnings are none
 * @param firstProblem why the command fails; null where it does not
 * @param findings one entry a thing
 */
@Serdeable
public record CheckResult(boolean healthy, Reason firstProblem, List<Finding> findings) {
    /** The number of findings of this level. */
    public long count(Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
