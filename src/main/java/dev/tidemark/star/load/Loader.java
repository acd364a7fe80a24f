package dev.tidemark.star.load;

import dev.tidemark.run.Counts;
import dev.tidemark.run.DeleteLimit;
import dev.tidemark.run.Progress;
import dev.tidemark.run.Retries;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.run.history.History;
import dev.tidemark.run.history.SyncRun;
import dev.tidemark.run.state.SourceRecord;
import dev.tidemark.run.state.States;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.Source;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.change.SourceChanges;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Runs loads. Rows, fingerprints, states and the run's record commit together: readers see the old state until then,
 * and a failure keeps it.
 */
public final class Loader {
    private final Source source;
    private final Target target;
    private final SyncPlan plan;
    private final WarehouseLock lock;
    private final History history;
    private final Retries retries;
    private final Limits limits;
    private final Clock clock;
    private final Progress progress;

    /**
     * The limits of a load.
     *
     * @param lookBack how far before the last snapshot a timestamp counts as recent
     * @param deletes how much of a table it may delete
     */
    public record Limits(Duration lookBack, DeleteLimit deletes) {}

    /**
     * A loader from {@code source} to {@code target}.
     *
     * @param lock lets one run at a time write
     * @param retries tries again after a temporary failure of the source
     * @param clock this machine's clock
     * @param progress shows the progress of a load
     */
    public Loader(
            Source source,
            Target target,
            SyncPlan plan,
            WarehouseLock lock,
            History history,
            Retries retries,
            Limits limits,
            Clock clock,
            Progress progress) {
        this.source = source;
        this.target = target;
        this.plan = plan;
        this.lock = lock;
        this.history = history;
        this.retries = retries;
        this.limits = limits;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Runs the load that {@code options} describe. A load of changes is a warehouse failure if nothing was loaded
     * before.
     */
    public LoadResult load(LoadOptions options) {
        target.requireCurrent();
        target.requireTables(plan.names());
        SyncPlan chosen = options.choose(plan);
        try (WarehouseLock.Held _ = lock.take(options.name())) {
            long start = System.nanoTime();
            if (!options.full()) {
                target.read(session -> States.readLoaded(session, target));
            }
            progress.work("connecting");
            progress.await();
            LoadResult result = options.dryRun()
                    ? retries.call(() -> load(options, chosen, Optional.empty()))
                    : history.recording(
                            options.command(),
                            run -> retries.call(() -> load(options, chosen, Optional.of(run))));
            return result.took((System.nanoTime() - start) / 1_000_000);
        }
    }

    /** One attempt, from top to bottom. A dry run has no {@code run}, and is rolled back. */
    private LoadResult load(LoadOptions options, SyncPlan chosen, Optional<SyncRun> run) {
        try (Snapshot snapshot = source.snapshot();
                TargetSession session = options.full() ? target.beginRefill(plan.names()) : target.begin()) {
            SourceChanges changes = changes(options, chosen, snapshot, session);
            Load load = new Load(snapshot, session, plan, chosen, options, changes, limits, progress);
            load.requireSource();
            for (SourceSync<?, ?> sync : chosen.sourceSyncs()) {
                load.bringIn(sync);
            }
            load.completeLedger();
            for (SourceSync<?, ?> sync : chosen.sourceSyncs()) {
                load.reconcile(sync);
            }
            for (DerivedSync<?> derived : chosen.derivedSyncs()) {
                load.derive(derived);
            }
            load.requireNoOrphanElsewhere();
            progress.end();
            Counts total = load.total();
            run.ifPresent(recorded -> {
                load.refreshStatistics();
                load.keepState(recorded);
                history.succeed(session, recorded, total);
                session.complete();
            });
            return new LoadResult(
                    options.command(),
                    run.map(SyncRun::id).orElse(0L),
                    snapshot.takenAt().toInstant(ZoneOffset.UTC),
                    load.results(),
                    total,
                    0,
                    load.notes());
        }
    }

    private SourceChanges changes(
            LoadOptions options, SyncPlan chosen, Snapshot snapshot, TargetSession session) {
        SourceChanges changes = new SourceChanges(
                snapshot,
                session,
                plan.fingerprintedTables(),
                SourceRecord.of(snapshot.server(), source.address(), snapshot.takenAt(), LocalDateTime.now(clock)),
                // The ledger keeps the old state of a source table if a table that is left out depends on it.
                table -> plan.dependentsOn(table).allMatch(chosen.tables()::contains));
        if (options.since().isPresent()) {
            // Rows that are read again may show what a mark missed, and the ledger has to show it too.
            changes.distrustMarks();
        }
        return changes;
    }
}
