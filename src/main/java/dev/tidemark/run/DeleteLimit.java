package dev.tidemark.run;

import dev.tidemark.failure.TidemarkException;
import java.util.Locale;

/**
 * The share of a table's rows that a run may delete. More is a sign of the wrong source, an emptied table, or a
 * half-restored backup.
 *
 * @param percent the largest share of a table's rows; 100 for no limit
 */
public record DeleteLimit(int percent) {
    private static final long FREE_ROWS = 100;

    /**
     * Fails if {@code deleted} of {@code before} rows are more than the limit; small tables may lose all rows.
     *
     * @param kept tells people what is kept of the run
     */
    public void require(String table, long deleted, long before, String kept) {
        if (before >= FREE_ROWS && deleted * 100 > before * percent) {
            throw TidemarkException.tooManyDeletes(
                    String.format(
                            Locale.ROOT,
                            "This run would delete %,d of the %,d rows of %s, more than %d%% (--max-deletes)",
                            deleted,
                            before,
                            table,
                            percent),
                    "check that the source is the right one and complete; if these rows are gone for good,"
                            + " --max-deletes 100%; " + kept);
        }
    }

    /** Does the same for a run of which nothing is kept then. */
    public void require(String table, long deleted, long before) {
        require(table, deleted, before, "nothing of this run was kept");
    }
}
