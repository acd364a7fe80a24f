package dev.tidemark.copy.load;

import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.run.DeleteLimit;
import java.time.Duration;

/**
 * The rules of a load.
 *
 * @param byTable whether each table commits by itself
 * @param deletes whether rows that are gone are removed from the target
 * @param stopsAtBadRows whether a row that cannot be carried over stops the run
 * @param existing what happens to rows that are in the target already
 * @param lookBack how far before the latest time of change another one counts as recent
 * @param limit how much of a table may be deleted
 */
public record CopyRules(
        boolean byTable, boolean deletes, boolean stopsAtBadRows, Existing existing, Duration lookBack, DeleteLimit limit) {
    /** The same rules, by which all tables commit together. */
    CopyRules together() {
        return new CopyRules(false, deletes, stopsAtBadRows, existing, lookBack, limit);
    }
}
