package dev.tidemark.run;

import static dev.tidemark.run.SyncRunTable.SYNC_RUN;
import static dev.tidemark.run.SyncStateTable.SYNC_STATE;
import static org.mybatis.dynamic.sql.SqlBuilder.deleteFrom;
import static org.mybatis.dynamic.sql.SqlBuilder.insertInto;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotIn;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotNull;
import static org.mybatis.dynamic.sql.SqlBuilder.max;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.update;

import dev.tidemark.sql.Rendered;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.sqlite.WarehouseSession;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.LongFunction;
import org.mybatis.dynamic.sql.render.RenderingStrategies;
import org.mybatis.dynamic.sql.update.UpdateModel;
import org.mybatis.dynamic.sql.util.Buildable;

/** The records of runs. A run that dies leaves its record "running"; the next one to begin marks it. */
public final class History {
    private final WarehouseDatabase warehouse;
    private final Clock clock;
    private final int kept;

    /** Runs of {@code warehouse}, dated by {@code clock}, of which the last {@code kept} are kept. */
    public History(WarehouseDatabase warehouse, Clock clock, int kept) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * Calls {@code work} with the id of a run that begins now. If it fails, that is recorded; if it succeeds, it
     * records so itself, in the transaction that holds its work. The caller holds the warehouse's lock.
     */
    public <R> R recording(String command, LongFunction<R> work) {
        long run = begin(command);
        try {
            return work.apply(run);
        } catch (RuntimeException failure) {
            recordFailure(run, failure);
            throw failure;
        }
    }

    // The first failure is the one to tell; that the warehouse cannot even record it goes with it.
    private void recordFailure(long run, RuntimeException failure) {
        try {
            fail(run, failure.getMessage());
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    /**
     * Records that a run begins, in a transaction of its own, and returns its id. The caller holds the warehouse's
     * lock, so that every other run still marked as running is dead.
     */
    private long begin(String command) {
        return warehouse.write(session -> {
            execute(session, update(SYNC_RUN)
                    .set(SYNC_RUN.outcome).equalTo(Outcome.INTERRUPTED.word())
                    .set(SYNC_RUN.message).equalTo("the process ended before the run did; nothing of it was kept")
                    .where(SYNC_RUN.outcome, isEqualTo(Outcome.RUNNING.word())));
            session.mapper(HistoryMapper.class)
                    .generalInsert(insertInto(SYNC_RUN)
                            .set(SYNC_RUN.command).toValue(command)
                            .set(SYNC_RUN.startedAt).toValue(now())
                            .set(SYNC_RUN.outcome).toValue(Outcome.RUNNING.word())
                            .build()
                            .render(RenderingStrategies.MYBATIS3));
            long run = session.number(select(max(SYNC_RUN.id)).from(SYNC_RUN));
            forgetBefore(session, run - kept + 1);
            return run;
        });
    }

    // The run that a table was last level by is kept, however many failed since.
    private static void forgetBefore(WarehouseSession session, long first) {
        session.delete(deleteFrom(SYNC_RUN)
                .where(SYNC_RUN.id, isLessThan(first))
                .and(SYNC_RUN.id, isNotIn(select(SYNC_STATE.runId)
                        .from(SYNC_STATE)
                        .where(SYNC_STATE.runId, isNotNull()))));
    }

    /** Records success, within the transaction that holds the run's work. */
    public void succeed(WarehouseSession session, long id, Counts counts) {
        execute(session, update(SYNC_RUN)
                .set(SYNC_RUN.outcome).equalTo(Outcome.SUCCEEDED.word())
                .set(SYNC_RUN.finishedAt).equalTo(now())
                .set(SYNC_RUN.rowsRead).equalTo(counts.read())
                .set(SYNC_RUN.rowsInserted).equalTo(counts.inserted())
                .set(SYNC_RUN.rowsUpdated).equalTo(counts.updated())
                .set(SYNC_RUN.rowsDeleted).equalTo(counts.deleted())
                .set(SYNC_RUN.rowsUnchanged).equalTo(counts.unchanged())
                .where(SYNC_RUN.id, isEqualTo(id)));
    }

    /** Records failure, in a transaction of its own. */
    private void fail(long id, String message) {
        warehouse.write(session -> {
            execute(session, update(SYNC_RUN)
                    .set(SYNC_RUN.outcome).equalTo(Outcome.FAILED.word())
                    .set(SYNC_RUN.finishedAt).equalTo(now())
                    .set(SYNC_RUN.message).equalTo(message)
                    .where(SYNC_RUN.id, isEqualTo(id)));
            return null;
        });
    }

    /** The last runs, the latest first. */
    public static List<SyncRun> latest(WarehouseSession session, int limit) {
        return session.mapper(SyncRunMapper.class)
                .runs(Rendered.select(select(
                                SYNC_RUN.id,
                                SYNC_RUN.command,
                                SYNC_RUN.startedAt,
                                SYNC_RUN.finishedAt,
                                SYNC_RUN.outcome,
                                SYNC_RUN.rowsRead,
                                SYNC_RUN.rowsInserted,
                                SYNC_RUN.rowsUpdated,
                                SYNC_RUN.rowsDeleted,
                                SYNC_RUN.rowsUnchanged,
                                SYNC_RUN.message)
                        .from(SYNC_RUN)
                        .orderBy(SYNC_RUN.id.descending())
                        .limit(limit)));
    }

    private static void execute(
            WarehouseSession session, Buildable<UpdateModel> statement) {
        session.mapper(HistoryMapper.class).update(statement.build().render(RenderingStrategies.MYBATIS3));
        session.flush();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
