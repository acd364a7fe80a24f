package dev.tidemark.star.load;

import dev.tidemark.star.SyncPlan;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a load is to do.
 *
 * @param mode how it finds the rows that it reads
 * @param tables the names of the tables to load; none for all
 * @param dryRun whether nothing is kept of what it does
 * @param since rows that say that they changed since then are read in any case, UTC by the source's clock
 */
public record LoadOptions(LoadMode mode, List<String> tables, boolean dryRun, Optional<LocalDateTime> since) {
    public LoadOptions {
        tables = List.copyOf(tables);
    }

    /** The command that asks for it. */
    String command() {
        return full() ? "full-load" : "incremental";
    }

    /** What others are told who wait for it. */
    String name() {
        return dryRun ? command() + " --dry-run" : command();
    }

    /** The part of {@code plan} that is loaded. */
    SyncPlan choose(SyncPlan plan) {
        return tables.isEmpty() ? plan : plan.restrictedTo(tables);
    }

    /** Whether tables are filled anew. */
    boolean full() {
        return mode == LoadMode.FULL;
    }

    /** Whether what is in the source is compared with the ledger, and kept there. */
    boolean looksAtContent() {
        return mode != LoadMode.TIMESTAMPS;
    }

    /** Whether a table that nobody touched, by the server's word, need not be looked at. */
    boolean trustsMarks() {
        return mode == LoadMode.CONTENT;
    }
}
