package dev.tidemark.run.history;

import static dev.tidemark.run.history.SyncRunTable.SYNC_RUN;

import dev.tidemark.run.Counts;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.Scope;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** The records of runs. The record of a run that died stays "running" until the next run marks it as interrupted. */
public final class History {
    private final Target target;
    private final Clock clock;
    private final int kept;
    private final Records records;
    private final LongConsumer numbered;

    /** What a pipeline keeps of runs beside their history. */
    public interface Records {
        /** The runs that its tables name. */
        Set<Long> neededRuns(TargetSession session);

        /** Forgets what it keeps of the runs up to this one, except {@code needed} ones. */
        void forgetUpTo(TargetSession session, long runId, Set<Long> needed);
    }

    /**
     * The history of {@code target}.
     *
     * @param clock dates runs
     * @param kept how many runs it keeps
     * @param records what else is kept of runs
     * @param numbered takes the id of each run that begins
     */
    public History(Target target, Clock clock, int kept, Records records, LongConsumer numbered) {
        this.target = target;
        this.clock = clock;
        this.kept = kept;
        this.records = records;
        this.numbered = numbered;
    }

    /**
     * Calls {@code work} with a run that begins now, and returns its result. Records its failure; {@code work} records
     * its success itself, in the transaction that holds its rows. The caller holds the warehouse's lock.
     */
    public <R> R recording(String command, Function<SyncRun, R> work) {
        SyncRun run = begin(command);
        numbered.accept(run.id());
        try {
            return work.apply(run);
        } catch (RuntimeException failure) {
            recordFailure(run, failure);
            throw failure;
        }
    }

    /** Records success, within the transaction that holds the run's work. */
    public void succeed(TargetSession session, SyncRun run, Counts counts) {
        session.upsert(SYNC_RUN, List.of(run.succeeded(now(), counts)));
    }

    /** The last runs, the latest first. */
    public static List<SyncRun> latest(TargetSession session, int most) {
        return session.lastRows(SYNC_RUN, most);
    }

    /**
     * When a load last succeeded, however many runs failed since, UTC; empty if none did.
     *
     * @param latest the last runs, the latest first, which spare a query if a load among them succeeded
     */
    public static Optional<LocalDateTime> lastSuccess(TargetSession session, List<SyncRun> latest) {
        return latest.stream()
                .filter(SyncRun::isSuccessfulLoad)
                .findFirst()
                .map(SyncRun::finishedAt)
                .or(() -> earlierSuccess(session));
    }

    private static Optional<LocalDateTime> earlierSuccess(TargetSession session) {
        String succeeded = Outcome.SUCCEEDED.word();
        return session.streamRows(
                SYNC_RUN,
                new Scope.Between<>(SYNC_RUN.outcome, succeeded, succeeded),
                runs -> {
                    Optional<LocalDateTime> last = Optional.empty();
                    while (runs.hasNext()) {
                        SyncRun run = runs.next();
                        last = run.isLoad() ? Optional.of(run.finishedAt()) : last;
                    }
                    return last;
                });
    }

    // In its own transaction. The caller holds the lock, so a run that is still "running" has died; only the last one
    // can be.
    private SyncRun begin(String command) {
        // Reads in its own transaction: once a transaction has read, SQLite does not let it wait for another writer.
        List<SyncRun> last = target.read(session -> latest(session, 1));
        return target.write(session -> {
            session.upsert(
                    SYNC_RUN,
                    last.stream()
                            .filter(run -> run.outcome().equals(Outcome.RUNNING.word()))
                            .map(SyncRun::interrupted)
                            .toList());
            SyncRun run = SyncRun.begun(last.isEmpty() ? 1 : last.getFirst().id() + 1, command, now());
            session.insert(SYNC_RUN, List.of(run));
            forgetUpTo(session, run.id() - kept);
            return run;
        });
    }

    // Keeps the run that last brought a table level, even if many runs failed since.
    private void forgetUpTo(TargetSession session, long id) {
        List<SyncRun> old = session.rows(SYNC_RUN, KeySpans.ALL, null, Key.of(id));
        if (old.isEmpty()) {
            return;
        }
        Set<Long> needed = records.neededRuns(session);
        records.forgetUpTo(session, id, needed);
        session.delete(
                SYNC_RUN,
                old.stream().filter(run -> !needed.contains(run.id())).map(SYNC_RUN::keyOf).toList());
    }

    // The caller reports the first failure; the failure to record it is attached.
    private void recordFailure(SyncRun run, RuntimeException failure) {
        try {
            target.write(session -> {
                session.upsert(SYNC_RUN, List.of(run.failed(now(), failure.getMessage())));
                return run;
            });
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
