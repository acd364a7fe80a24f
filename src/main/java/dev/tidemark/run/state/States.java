package dev.tidemark.run.state;

import static dev.tidemark.run.state.SyncStateTable.SYNC_STATE;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.history.History;
import dev.tidemark.run.history.TableRuns;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The states of the tables, in a transaction. */
public final class States {
    /** The runs that the states name, and what runs did with each table. */
    public static final History.Records RUNS = new History.Records() {
        @Override
        public Set<Long> neededRuns(TargetSession session) {
            return read(session).values().stream()
                    .map(SyncState::runId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        @Override
        public void forgetUpTo(TargetSession session, long runId, Set<Long> needed) {
            TableRuns.forgetUpTo(session, runId, needed);
        }
    };

    private States() {}

    /** States by the table's name. */
    public static Map<String, SyncState> read(TargetSession session) {
        Map<String, SyncState> states = new TreeMap<>();
        session.rows(SYNC_STATE).forEach(state -> states.put(state.tableName(), state));
        return states;
    }

    /** States by the table's name; a warehouse that was never loaded is a warehouse failure. */
    public static Map<String, SyncState> readLoaded(TargetSession session, Target target) {
        Map<String, SyncState> states = read(session);
        if (states.values().stream().noneMatch(SyncState::isLoaded)) {
            throw TidemarkException.warehouse(
                    "The warehouse " + target.path() + " was never filled", "run full-load first", null);
        }
        return states;
    }

    /** Sets the states of these tables. */
    public static void write(TargetSession session, List<SyncState> states) {
        session.upsert(SYNC_STATE, states);
    }
}
