package dev.tidemark.star.load;

import dev.tidemark.run.SyncState;
import dev.tidemark.source.Snapshot;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.change.SourceChanges;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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

    /** Whether to skip tables that have not changed according to the server. */
    boolean trustsMarks() {
        return mode == LoadMode.CONTENT;
    }

    /**
     * The rows to read.
     *
     * @param lookBack how far before the last snapshot a timestamp counts as recent
     */
    RowSelection selection(
            Snapshot source, SourceChanges changes, Map<String, SyncState> states, Duration lookBack) {
        RowSelection usual = switch (mode) {
            case FULL, DEEP -> new RowSelection.EveryRow();
            case CONTENT -> new RowSelection.ChangedContent(changes, states);
            case TIMESTAMPS -> new RowSelection.ChangedTimestamps(source, states, lookBack);
        };
        return since.<RowSelection>map(moment -> new RowSelection.AlsoSince(usual, source, moment)).orElse(usual);
    }

    /** Notes for the user on this kind of load, one sentence each. */
    List<String> notes() {
        return looksAtContent()
                ? List.of()
                : List.of("Changes were found by timestamps alone: rows that are gone, and rows whose last_update did"
                        + " not move, wait for an incremental with --detect content.");
    }
}
