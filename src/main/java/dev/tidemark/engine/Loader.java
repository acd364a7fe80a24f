package dev.tidemark.engine;

import dev.tidemark.books.Counts;
import dev.tidemark.books.Runs;
import dev.tidemark.books.States;
import dev.tidemark.books.SyncState;
import dev.tidemark.database.SourceDatabase;
import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseDatabase;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.KeyFingerprint;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs loads. Rows, watermarks and the run's record commit together; readers see the old state until then, and a
 * failure leaves it. The caller holds the warehouse's lock.
 */
public final class Loader {
    private final SourceDatabase source;
    private final WarehouseDatabase warehouse;
    private final SyncPlan plan;
    private final Runs runs;
    private final LookBack lookBack;
    private final Retries retries;
    private final SourceRequirements requirements;
    private final Progress progress;

    /**
     * A loader from {@code source} to {@code warehouse}.
     *
     * @param lookBack how far a watermark lies before what the source's lists say
     * @param retries tries again when the source fails in a way that may pass
     * @param progress is told how far a load is
     */
    public Loader(
            SourceDatabase source,
            WarehouseDatabase warehouse,
            SyncPlan plan,
            Runs runs,
            LookBack lookBack,
            Retries retries,
            Progress progress) {
        this.source = source;
        this.warehouse = warehouse;
        this.plan = plan;
        this.runs = runs;
        this.lookBack = lookBack;
        this.retries = retries;
        this.progress = progress;
        this.requirements = SourceRequirements.of(plan);
    }

    /** Rebuilds everything; dimension rows that are still there keep their surrogate keys. */
    public LoadResult fullLoad(LoadOptions options) {
        return run("full-load", options, new FullLoad());
    }

    /** Brings in what changed. Without a full load before it is a warehouse failure. */
    public LoadResult incremental(LoadOptions options) {
        Map<String, SyncState> states = options.rereading(warehouse.read(
                session -> States.readLoaded(session, warehouse, options.choose(plan).names())));
        return run("incremental", options, options.deep() ? new DeepComparison() : new Incremental(states));
    }

    private LoadResult run(String command, LoadOptions options, LoadStrategy strategy) {
        SyncPlan chosen = options.choose(plan);
        long start = System.nanoTime();
        progress.work("connecting");
        LoadResult result = options.dryRun()
                ? attempt(strategy, chosen, snapshot -> warehouse.read(session -> {
                    Load.Outcome outcome = load(snapshot, session, chosen, strategy);
                    PartialLoads.leaveOthersConsistent(session, plan, chosen);
                    return result(command, 0, snapshot, outcome);
                }))
                : runs.recording(command, run -> attempt(strategy, chosen, snapshot -> warehouse.complete(
                        session -> record(
                                command, run, chosen, snapshot, session, load(snapshot, session, chosen, strategy)))));
        return result.took((System.nanoTime() - start) / 1_000_000);
    }

    private LoadResult attempt(LoadStrategy strategy, SyncPlan chosen, Function<SourceSnapshot, LoadResult> work) {
        return retries.call(() -> strategy.snapshot(source, chosen, work));
    }

    private Load.Outcome load(
            SourceSnapshot snapshot, WarehouseSession session, SyncPlan chosen, LoadStrategy strategy) {
        SourceScans scans = new SourceScans(snapshot);
        try (AskingAhead _ = strategy.begin(scans, chosen)) {
            Load load = new Load(scans, session, chosen, progress);
            strategy.prepare(load);
            requirements.requireColumns(scans.columns());
            return load.run(strategy);
        }
    }

    private LoadResult record(
            String command,
            long run,
            SyncPlan chosen,
            SourceSnapshot snapshot,
            WarehouseSession session,
            Load.Outcome outcome) {
        LoadResult result = result(command, run, snapshot, outcome);
        LocalDateTime watermark = lookBack.watermark(snapshot.horizon());
        chosen.tables().forEach(table -> States.write(
                session,
                stateOf(table, watermark, snapshot.takenAt(), session, outcome, run)));
        PartialLoads.leaveOthersConsistent(session, plan, chosen);
        runs.succeed(session, run, result.total());
        return result;
    }

    private LoadResult result(String command, long run, SourceSnapshot snapshot, Load.Outcome outcome) {
        return new LoadResult(
                command,
                run,
                snapshot.takenAt().toInstant(ZoneOffset.UTC),
                lookBack.watermark(snapshot.horizon()).toInstant(ZoneOffset.UTC),
                outcome.tables(),
                outcome.tables().stream().map(TableResult::counts).reduce(Counts.NONE, Counts::plus),
                0,
                Stream.concat(lookBack.note(snapshot.horizon()).stream(), outcome.notes().stream()).toList());
    }

    private static SyncState stateOf(
            TableSync table, LocalDateTime watermark, LocalDateTime snapshotAt, WarehouseSession session,
            Load.Outcome outcome, long run) {
        KeyFingerprint known = outcome.keys().get(table.name());
        KeyFingerprint keys = known == null ? session.fingerprint(table.target()) : known;
        return new SyncState(table.name(), watermark, snapshotAt, keys.rows(), keys.hashes(), run);
    }
}
