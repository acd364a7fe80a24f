package dev.tidemark.star;

import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.mysql.SourceSnapshot;
import dev.tidemark.run.Counts;
import dev.tidemark.run.History;
import dev.tidemark.run.Progress;
import dev.tidemark.run.Retries;
import dev.tidemark.run.SourceRecord;
import dev.tidemark.run.States;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.sqlite.WarehouseSession;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Runs loads. Rows, fingerprints, states and the run's record commit together; readers see the old state until then,
 * and a failure leaves it. The caller holds the warehouse's lock.
 */
public final class Loader {
    private final SourceDatabase source;
    private final WarehouseDatabase warehouse;
    private final SyncPlan plan;
    private final History runs;
    private final Retries retries;
    private final Limits limits;
    private final Clock clock;
    private final Progress progress;

    /**
     * What a load may do.
     *
     * @param lookBack how far before the last snapshot a timestamp counts as recent
     * @param deletes how much of a table it may delete
     */
    public record Limits(Duration lookBack, DeleteLimit deletes) {}

    /**
     * A loader from {@code source} to {@code warehouse}.
     *
     * @param retries tries again when the source fails in a way that may pass
     * @param clock this machine's clock
     * @param progress is told how far a load is
     */
    public Loader(
            SourceDatabase source,
            WarehouseDatabase warehouse,
            SyncPlan plan,
            History runs,
            Retries retries,
            Limits limits,
            Clock clock,
            Progress progress) {
        this.source = source;
        this.warehouse = warehouse;
        this.plan = plan;
        this.runs = runs;
        this.retries = retries;
        this.limits = limits;
        this.clock = clock;
        this.progress = progress;
    }

    /** Rebuilds everything; dimension rows that are still there keep their surrogate keys. */
    public LoadResult fullLoad(LoadOptions options) {
        return run("full-load", options);
    }

    /** Brings in what changed. Without a full load before it is a warehouse failure. */
    public LoadResult incremental(LoadOptions options) {
        warehouse.read(session -> States.readLoaded(session, warehouse));
        return run("incremental", options);
    }

    private LoadResult run(String command, LoadOptions options) {
        options.choose(plan);
        long start = System.nanoTime();
        progress.work("connecting");
        LoadResult result = options.dryRun()
                ? retries.call(() -> source.snapshot(snapshot ->
                        warehouse.read(session -> load(command, 0, options, snapshot, session))))
                : runs.recording(command, run -> retries.call(() -> source.snapshot(snapshot ->
                        warehouse.complete(session -> load(command, run, options, snapshot, session)))));
        return result.took((System.nanoTime() - start) / 1_000_000);
    }

    private LoadResult load(
            String command, long run, LoadOptions options, SourceSnapshot snapshot, WarehouseSession session) {
        Load load = new Load(snapshot, session, plan, options, changes(options, snapshot, session), limits, progress);
        Load.Outcome outcome = load.run();
        Counts total = outcome.tables().stream().map(TableResult::counts).reduce(Counts.NONE, Counts::plus);
        if (run != 0) {
            load.keepState(run);
            runs.succeed(session, run, total);
        }
        return new LoadResult(
                command,
                run,
                snapshot.takenAt().toInstant(ZoneOffset.UTC),
                outcome.tables(),
                total,
                0,
                outcome.notes());
    }

    private SourceChanges changes(LoadOptions options, SourceSnapshot snapshot, WarehouseSession session) {
        SyncPlan chosen = options.choose(plan);
        return new SourceChanges(
                snapshot,
                session,
                plan.fingerprintedTables(),
                SourceRecord.of(
                        snapshot.server(), source.address(), snapshot.takenAt(), LocalDateTime.now(clock)),
                options.trustsMarks(),
                // What a table that is left out depends on stays as it was last level with it.
                table -> plan.dependentsOn(table).allMatch(chosen.tables()::contains));
    }
}
