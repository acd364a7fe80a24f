package dev.tidemark.copy.load;

import static dev.tidemark.copy.state.AttemptTable.COPY_ATTEMPT;

import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.planning.Planner;
import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.source.CopySource;
import dev.tidemark.copy.state.Attempt;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.KnownTarget;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.Progress;
import dev.tidemark.run.Retries;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.run.history.History;
import dev.tidemark.run.history.SyncRun;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Runs loads of a copy. What is committed together, a table or the whole run, is in the target and in the state, or in
 * neither.
 */
public final class CopyLoader {
    // It does not depend on how the user writes the name of the server.
    private static final String LOCK = "tidemark copy";

    private final CopySource source;
    private final CopyTarget target;
    private final CopyState state;
    private final Planner planner;
    private final WarehouseLock lock;
    private final History history;
    private final Retries retries;
    private final CopyRules rules;
    private final Clock clock;
    private final Progress progress;

    /**
     * A loader from {@code source} to {@code target}.
     *
     * @param lock lets one run at a time use the state
     * @param retries tries again after a temporary failure of either end
     * @param clock this machine's clock
     * @param progress shows the progress of a load
     */
    public CopyLoader(
            CopySource source,
            CopyTarget target,
            CopyState state,
            Planner planner,
            WarehouseLock lock,
            History history,
            Retries retries,
            CopyRules rules,
            Clock clock,
            Progress progress) {
        this.source = source;
        this.target = target;
        this.state = state;
        this.planner = planner;
        this.lock = lock;
        this.history = history;
        this.retries = retries;
        this.rules = rules;
        this.clock = clock;
        this.progress = progress;
    }

    /** Runs the load that {@code options} describe. */
    public CopyResult load(CopyOptions options) {
        state.file().requireCurrent();
        try (WarehouseLock.Held _ = lock.take(options.command())) {
            long start = System.nanoTime();
            progress.work("connecting");
            progress.await();
            CopyResult result = options.dryRun()
                    ? retries.call(() -> attempt(options, Optional.empty()))
                    : history.recording(options.command(), run -> {
                        AtomicInteger attempts = new AtomicInteger();
                        return retries.call(() -> recorded(run, attempts.incrementAndGet(), options));
                    });
            return result.took((System.nanoTime() - start) / 1_000_000);
        }
    }

    // Records in the state why an attempt failed, if another one may follow.
    private CopyResult recorded(SyncRun run, int attempt, CopyOptions options) {
        try {
            return attempt(options, Optional.of(run));
        } catch (TidemarkException failure) {
            if (failure.mayPass()) {
                state.file().write(session -> {
                    session.upsert(COPY_ATTEMPT, List.of(
                            new Attempt(run.id(), attempt, LocalDateTime.now(clock), failure.getMessage())));
                    return run;
                });
            }
            throw failure;
        }
    }

    /** One attempt, from top to bottom. A dry run has no {@code run}, and is rolled back. */
    private CopyResult attempt(CopyOptions options, Optional<SyncRun> run) {
        try (CopyTarget.Held _ = target.lock(LOCK);
                CopySnapshot snapshot = source.snapshot()) {
            CopyPlan plan = planner.planOfAll(snapshot.tables());
            KnownTarget known = KnownTarget.of(target, state);
            known.requireNoOther();
            List<CopyTable> chosen = chosen(plan, options.tables());
            // Each table is counted at the end, so a dry run must not roll it back before.
            CopyRules inForce = run.isPresent() ? rules : rules.together();
            CopyOptions comparing = known.isComplete() ? options : options.comparingEveryRow();
            if (run.isPresent()) {
                prepare(plan, known, chosen, comparing.everyRow());
            }
            try (CopyLoad load = new CopyLoad(
                    plan, chosen, snapshot, target, state, inForce, comparing, progress)) {
                load.bringIn();
                load.finish();
                load.remove();
                load.settle();
                CopyResult result = load.result(run.map(SyncRun::id).orElse(0L)).noting(known.note());
                run.ifPresent(recorded -> load.complete(result, session -> {
                    if (!known.isComplete() && result.completed(plan.tables())) {
                        known.record(true, session.records());
                    }
                    history.succeed(session.records(), recorded, result.total());
                }));
                return result;
            }
        }
    }

    // Before the first row: if the run fails midway, the next one has to know what it left.
    private void prepare(CopyPlan plan, KnownTarget known, List<CopyTable> chosen, boolean everyRow) {
        try (StateSession session = state.begin()) {
            if (!known.isComplete()) {
                known.record(false, session.records());
            }
            ForgottenTables.in(plan, session).forgetOthers(chosen, everyRow, target);
            session.commit();
        }
    }

    private static List<CopyTable> chosen(CopyPlan plan, List<String> names) {
        List<String> known = plan.tables().stream()
                .flatMap(table -> Stream.of(table.source(), table.target()))
                .distinct()
                .toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw TidemarkException.usage(
                    "Unknown table: " + name, NearestName.to(name, known) + ", the nearest name");
        });
        return plan.tables().stream()
                .filter(table -> names.isEmpty() || names.contains(table.source()) || names.contains(table.target()))
                .toList();
    }
}
