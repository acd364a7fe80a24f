package dev.tidemark.check;

import dev.tidemark.failure.Reason;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The result of a check.
 *
 * @param healthy whether there is no problem; warnings do not count
 * @param firstProblem why the command fails; null where it does not
 * @param findings one for each thing that was checked
 */
@Serdeable
public record CheckResult(boolean healthy, Reason firstProblem, List<Finding> findings) {
    /** The number of findings of this level. */
    public long count(Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
