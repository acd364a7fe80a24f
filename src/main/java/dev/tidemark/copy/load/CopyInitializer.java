package dev.tidemark.copy.load;

import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.planning.Planner;
import dev.tidemark.copy.planning.TargetRequirements;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.source.CopySource;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.KnownTarget;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.run.Counts;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.run.history.History;
import dev.tidemark.target.SchemaChange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prepares a copy: checks both ends, creates the state, and creates tables of the target that are missing. */
public final class CopyInitializer {
    private final CopySource source;
    private final CopyTarget target;
    private final CopyState state;
    private final Planner planner;
    private final WarehouseLock lock;
    private final History history;
    private final TargetRequirements requirements;

    /**
     * An initializer of the copy from {@code source} to {@code target}.
     *
     * @param requirements what {@code target} needs to have before
     */
    public CopyInitializer(
            CopySource source,
            CopyTarget target,
            CopyState state,
            Planner planner,
            WarehouseLock lock,
            History history,
            TargetRequirements requirements) {
        this.source = source;
        this.target = target;
        this.state = state;
        this.planner = planner;
        this.lock = lock;
        this.history = history;
        this.requirements = requirements;
    }

    /**
     * Prepares the copy; safe to repeat. If one of the ends is unsuitable, changes nothing in the target.
     *
     * @param moved whether the target, if it is not the one that the state knows, has that one's rows
     */
    public CopyInitResult initialize(boolean moved) {
        state.file().requireUsableForInit();
        try (CopySnapshot snapshot = source.snapshot()) {
            List<TableShape> tables = snapshot.tables();
            CopyPlan plan = planner.plan(tables);
            requirements.requireCreatable(plan);
            requirements.requirePrivileges(plan);
            try (WarehouseLock.Held _ = lock.take("init")) {
                SchemaChange schema = state.file().migrate();
                history.recording("init", run -> {
                    KnownTarget known = KnownTarget.of(target, state);
                    // Where none of the tables is there yet, no row can be taken for another.
                    if (!moved && plan.missing().size() < plan.tables().size()) {
                        known.requireNoOther();
                    }
                    prepare(plan, known);
                    create(plan, tables);
                    try (StateSession session = state.begin()) {
                        history.succeed(session.records(), run, Counts.NONE);
                        session.complete();
                    }
                    return run;
                });
                return result(plan, snapshot, schema);
            }
        }
    }

    // Before the first table is made: after a crash, the next init goes on.
    private void prepare(CopyPlan plan, KnownTarget known) {
        Set<String> missing = missing(plan);
        try (StateSession session = state.begin()) {
            ForgottenTables tables = ForgottenTables.in(plan, session);
            if (known.before().isEmpty() || known.isAnother()) {
                known.record(tables.states().knowNone(), session.records());
            }
            tables.forget(plan.tables().stream().filter(table -> missing.contains(table.target())).toList());
            session.commit();
        }
    }

    // Plans again with the tables that were made, which fails if the target made them otherwise.
    private void create(CopyPlan plan, List<TableShape> tables) {
        if (!plan.missing().isEmpty()) {
            target.create(target.creating(plan.missing()));
            planner.plan(tables);
        }
    }

    private static Set<String> missing(CopyPlan plan) {
        return plan.missing().stream().map(TableShape::name).collect(Collectors.toSet());
    }

    private CopyInitResult result(CopyPlan plan, CopySnapshot snapshot, SchemaChange schema) {
        Set<String> created = missing(plan);
        return new CopyInitResult(
                source.address(),
                snapshot.version(),
                target.address(),
                target.version(),
                state.file().path().toString(),
                schema.migrations(),
                schema.restored(),
                plan.tables().stream()
                        .map(table -> new CopyInitResult.Table(
                                table.source(),
                                table.target(),
                                snapshot.count(table.source()),
                                created.contains(table.target())))
                        .toList());
    }
}
