package dev.tidemark.run.state;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * How far a table is level with the source.
 *
 * @param tableName the table of the warehouse
 * @param snapshotAt UTC, by the source's clock: the state that the table shows; null before a full load
 * @param lastUpdate the most recent time of change in the rows of its source, as the source writes it; null for none,
 *     or if not asked for
 * @param rows the number of its rows after the run
 * @param runId the run that set this
 */
public record SyncState(String tableName, LocalDateTime snapshotAt, String lastUpdate, long rows, Long runId) {
    /** Whether a load has filled the table. */
    public boolean isLoaded() {
        return snapshotAt != null;
    }

    /** The state of the table of this name among {@code states}; empty where no load has filled it. */
    public static Optional<SyncState> loaded(Map<String, SyncState> states, String table) {
        return Optional.ofNullable(states.get(table)).filter(SyncState::isLoaded);
    }
}
