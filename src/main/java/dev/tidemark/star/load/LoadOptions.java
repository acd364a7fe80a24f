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

    /**
     * Which rows are read.
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

    /** What users should know of this kind of load, a sentence each. */
    List<String> notes() {
        return looksAtContent()
                ? List.of()
                : List.of("Changes were found by timestamps alone: rows that are gone, and rows whose last_update did"
                        + " not move, wait for an incremental with --detect content.");
    }
}
