package dev.tidemark.star.load;

import dev.tidemark.run.Counts;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.run.history.History;
import dev.tidemark.run.history.SyncRun;
import dev.tidemark.run.state.States;
import dev.tidemark.run.state.SyncState;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.Source;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.star.SourceRequirements;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.TableSync;
import dev.tidemark.star.rows.DerivedRows;
import dev.tidemark.target.SchemaChange;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Prepares a warehouse: checks the source, creates or upgrades the file, fills the tables that need no source. */
public final class Initializer {
    private final Source source;
    private final Target target;
    private final SyncPlan plan;
    private final WarehouseLock lock;
    private final History history;

    /** An initializer of {@code target} for {@code plan}. */
    public Initializer(Source source, Target target, SyncPlan plan, WarehouseLock lock, History history) {
        this.source = source;
        this.target = target;
        this.plan = plan;
        this.lock = lock;
        this.history = history;
    }

    /**
     * Creates or upgrades the warehouse; safe to repeat. If the source or the file is unsuitable, creates nothing, not
     * even the lock.
     */
    public InitResult initialize() {
        target.requireUsableForInit();
        CheckedSource checked = checkedSource();
        try (WarehouseLock.Held _ = lock.take("init")) {
            SchemaChange schema = target.migrate();
            List<TableRows> tables = history.recording("init", run -> fill(run, checked.today()));
            return new InitResult(
                    target.path().toString(),
                    schema.migrations(),
                    schema.restored(),
                    source.address(),
                    checked.version(),
                    checked.tables(),
                    tables);
        }
    }

    private CheckedSource checkedSource() {
        SourceRequirements requirements = SourceRequirements.of(plan);
        try (Snapshot snapshot = source.snapshot()) {
            requirements.requireAll(snapshot);
            return new CheckedSource(
                    snapshot.server().version(), (int) requirements.size(), snapshot.takenAt().toLocalDate());
        }
    }

    private List<TableRows> fill(SyncRun run, LocalDate today) {
        try (TargetSession session = target.begin()) {
            Map<String, SyncState> known = States.read(session);
            Counts counts = plan.derivedSyncs().stream()
                    .map(derived -> DerivedRows.level(session, derived, dayOf(derived, known, today)))
                    .reduce(Counts.NONE, Counts::plus);
            States.write(
                    session,
                    plan.tables().stream()
                            .filter(table -> !known.containsKey(table.name()))
                            .map(table -> initial(session, table, run))
                            .toList());
            history.succeed(session, run, counts);
            List<TableRows> tables = plan.tables().stream()
                    .map(table -> new TableRows(table.name(), session.countRows(table.target())))
                    .toList();
            session.complete();
            return tables;
        }
    }

    // A table that was already loaded stays level with its snapshot.
    private static LocalDate dayOf(DerivedSync<?> derived, Map<String, SyncState> known, LocalDate today) {
        return SyncState.loaded(known, derived.name()).map(state -> state.snapshotAt().toLocalDate()).orElse(today);
    }

    private static SyncState initial(TargetSession session, TableSync table, SyncRun run) {
        return new SyncState(table.name(), null, null, session.countRows(table.target()), run.id());
    }

    /**
     * The source as it was checked.
     *
     * @param version the server's version
     * @param tables the number of tables that are read
     * @param today the date by the source's clock, UTC
     */
    private record CheckedSource(String version, int tables, LocalDate today) {}
}
