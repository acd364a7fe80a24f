package dev.tidemark.star.load;

import dev.tidemark.star.SyncPlan;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The options of a load.
 *
 * @param mode how it finds the rows that it reads
 * @param tables the names of the tables to load; none for all
 * @param dryRun whether the load is rolled back
 * @param since rows with this timestamp or a later one are read in any case, UTC by the source's clock
 */
public record LoadOptions(LoadMode mode, List<String> tables, boolean dryRun, Optional<LocalDateTime> since) {
    public LoadOptions {
        tables = List.copyOf(tables);
    }

    /** The name of the command. */
    String command() {
        return full() ? "full-load" : "incremental";
    }

    /** The name of the load in messages of runs that wait for it. */
    String name() {
        return dryRun ? command() + " --dry-run" : command();
    }

    /** The part of {@code plan} to load. */
    SyncPlan choose(SyncPlan plan) {
        return tables.isEmpty() ? plan : plan.restrictedTo(tables);
    }

    /** Whether tables are emptied and refilled. */
    boolean full() {
        return mode == LoadMode.FULL;
    }

    /** Whether the load compares the source's content with the ledger, and updates the ledger. */
    boolean looksAtContent() {
        return mode != LoadMode.TIMESTAMPS;
    }

    /** Whether the load takes every row, and does not look for those that changed. */
    boolean takesEveryRow() {
        return mode == LoadMode.FULL || mode == LoadMode.DEEP;
    }
}
