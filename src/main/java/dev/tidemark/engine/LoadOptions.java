package dev.tidemark.engine;

import dev.tidemark.books.SyncState;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a load differs from the usual one.
 *
 * @param tables the names of the tables to load; none for all
 * @param dryRun whether nothing is kept of what it does
 * @param deep whether an incremental compares every row instead of trusting timestamps
 * @param since from when on an incremental reads, UTC by the source's clock, where its watermarks lie later
 */
public record LoadOptions(List<String> tables, boolean dryRun, boolean deep, Optional<LocalDateTime> since) {
    /** The usual load. */
    public static final LoadOptions NONE = new LoadOptions(List.of(), false, false, Optional.empty());

    public LoadOptions {
        tables = List.copyOf(tables);
    }

    /** The part of {@code plan} that is loaded. */
    SyncPlan choose(SyncPlan plan) {
        return tables.isEmpty() ? plan : plan.restrictedTo(tables);
    }

    /** {@code states} with watermarks no later than wanted. */
    Map<String, SyncState> rereading(Map<String, SyncState> states) {
        if (since.isEmpty()) {
            return states;
        }
        Map<String, SyncState> earlier = new TreeMap<>();
        states.forEach((table, state) -> earlier.put(
                table,
                state.watermark() != null && state.watermark().isAfter(since.get())
                        ? state.withWatermark(since.get())
                        : state));
        return earlier;
    }
}
