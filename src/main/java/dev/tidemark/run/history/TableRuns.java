package dev.tidemark.run.history;

import static dev.tidemark.run.history.TableRunTable.SYNC_RUN_TABLE;

import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.target.TargetSession;
import java.util.List;
import java.util.Set;

/** What runs did with each table that they changed, in a transaction. */
public final class TableRuns {
    private TableRuns() {}

    /** All that is kept, in the order of runs. */
    public static List<TableRun> read(TargetSession session) {
        return session.rows(SYNC_RUN_TABLE);
    }

    /** Keeps what a run did. */
    public static void write(TargetSession session, List<TableRun> tables) {
        session.insert(SYNC_RUN_TABLE, tables);
    }

    /** Forgets the runs up to this one, except {@code needed} ones. */
    public static void forgetUpTo(TargetSession session, long runId, Set<Long> needed) {
        session.delete(
                SYNC_RUN_TABLE,
                session.rows(SYNC_RUN_TABLE, KeySpans.ALL, null, Key.of(runId)).stream()
                        .filter(table -> !needed.contains(table.runId()))
                        .map(SYNC_RUN_TABLE::keyOf)
                        .distinct()
                        .toList());
    }
}
