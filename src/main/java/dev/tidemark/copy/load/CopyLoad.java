package dev.tidemark.copy.load;

import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.rows.References;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.rows.TableStates;
import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.MappedRow;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.state.TableState;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.value.RowKey;
import dev.tidemark.run.Progress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One attempt of a load, in the steps that {@link CopyLoader} calls in order. */
final class CopyLoad implements AutoCloseable {
    private static final int ROWS_TOGETHER = 1_000;

    private final CopyPlan plan;
    private final List<CopyTable> tables;
    private final CopySnapshot snapshot;
    private final CopyTarget target;
    private final CopyState state;
    private final CopyRules rules;
    private final CopyOptions options;
    private final Progress progress;
    private final StateSession before;
    private final TableStates states;
    private final Map<CopyTable, TableCount> counts = new LinkedHashMap<>();
    private final Map<CopyTable, ChangeMarker> markers = new HashMap<>();
    private final Map<CopyTable, TableLoad> loads = new HashMap<>();
    private final RowFeed feed;
    private final Steps steps;
    private final LoadReport report;

    CopyLoad(
            CopyPlan plan,
            List<CopyTable> tables,
            CopySnapshot snapshot,
            CopyTarget target,
            CopyState state,
            CopyRules rules,
            CopyOptions options,
            Progress progress) {
        this.plan = plan;
        this.tables = tables;
        this.snapshot = snapshot;
        this.target = target;
        this.state = state;
        this.rules = rules;
        this.options = options;
        this.progress = progress;
        this.before = state.begin();
        this.states = new TableStates(plan, before.records());
        tables.forEach(table -> counts.put(table, new TableCount()));
        tables.stream().filter(table -> table.changedAt().isPresent()).forEach(table -> markers.put(
                table, new ChangeMarker(table, states.of(table).map(TableState::changedAt).orElse(null))));
        this.feed = new RowFeed(plan, snapshot, before.rows(), progress);
        this.steps = new Steps(plan, target, state, rules.byTable(), !options.dryRun(), counts, this::mark);
        this.report = new LoadReport(tables, counts, markers, steps, states, snapshot.mark());
    }

    /** Brings in what differs. With staging and keys that are kept, nothing is merged before all is examined. */
    void bringIn() {
        if (stagesAllFirst()) {
            steps.each(tables, this::put);
            steps.each(tables, (table, unit) -> loads.get(table).check());
            steps.reading(unit -> requireNoBadRows(tables, unit));
            steps.each(tables, (table, unit) -> merge(table));
        } else {
            steps.each(tables, (table, unit) -> {
                put(table, unit);
                loads.get(table).check();
                if (rules.byTable()) {
                    requireNoBadRows(List.of(table), unit);
                    requireFewDeletes(table, removal(unit));
                }
                merge(table);
                if (rules.byTable()) {
                    // The merge may find more of them.
                    requireNoBadRows(List.of(table), unit);
                }
            });
        }
    }

    /** Writes the rows that wait for a row that they refer to, until no more of them can be written. */
    void finish() {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        // Where tables refer to each other in a circle, a row of the last one may be what the first one waits for.
        while (goesOn.getAndSet(false)) {
            steps.each(tables, (table, unit) -> {
                if (finishSome(table, unit)) {
                    goesOn.set(true);
                }
            });
        }
        steps.each(tables, this::giveUp);
    }

    // Returns whether a row was written, though not with all that it refers to, or was finished.
    private boolean finishSome(CopyTable table, Unit unit) {
        long left = unfinished(table, unit);
        if (left == 0) {
            return false;
        }
        long absent = absent(table, unit);
        load(table, unit, (number, load) -> feed.takeUnfinished(table, number, unit.state().rows(), load));
        loads.get(table).check();
        // Most of these rows were written before, and are counted.
        counts.get(table).addInserted(loads.get(table).merge().inserted());
        return unfinished(table, unit) < left || absent(table, unit) < absent;
    }

    /** Removes what should not be in the target. */
    void remove() {
        if (rules.deletes()) {
            steps.together(unit -> removal(unit).markOrphans());
            steps.each(tables, (table, unit) -> removal(unit).detach(table));
            steps.each(tables.reversed(), (table, unit) -> {
                Removal removal = removal(unit);
                requireFewDeletes(table, removal);
                counts.get(table).addDeleted(removal.remove(table));
            });
        }
        if (!rules.byTable()) {
            steps.reading(unit -> requireNoBadRows(tables, unit));
        }
    }

    /** Moves sequences beyond the new ids. */
    void settle() {
        steps.each(tables, (table, unit) -> {
            if (counts.get(table).inserted() > 0) {
                unit.target().settle(table);
            }
        });
    }

    /** Commits what is not committed yet, records {@code result}, and calls {@code last} before the state commits. */
    void complete(CopyResult result, Consumer<StateSession> last) {
        steps.complete(unit -> {
            report.record(result, unit.state().records());
            last.accept(unit.state());
            if (rules.deletes()) {
                sound().forEach(table -> unit.state().rows().removed(states.number(table)));
            }
            tables.forEach(table -> unit.state().rows().distrustUnsettledRanges(states.number(table)));
            unit.state().records().upsert(COPY_TABLE, referringElsewhere());
        });
    }

    // Rows of tables outside this run may refer to rows that it removed. The next run that has them compares every row.
    private List<TableState> referringElsewhere() {
        return plan.tables().stream()
                .filter(table -> !tables.contains(table) && states.of(table).isPresent())
                .filter(table -> table.references().stream()
                        .map(plan::parent)
                        .anyMatch(parent -> tables.contains(parent) && counts.get(parent).deleted() > 0))
                .map(states::unconfirmed)
                .toList();
    }

    /** The result so far. */
    CopyResult result(long runId) {
        CopyResult[] result = new CopyResult[1];
        steps.reading(unit -> result[0] =
                report.result(options.command(), runId, snapshot.takenAt(), unit.state().rows()));
        return result[0];
    }

    @Override
    public void close() {
        try (before; steps) {
            progress.end();
        }
    }

    private boolean stagesAllFirst() {
        return !rules.byTable() && !plan.assigns() && target.checksReferences();
    }

    private void put(CopyTable table, Unit unit) {
        Optional<ChangeMarker> marker = Optional.ofNullable(markers.get(table));
        Optional<Object> since = options.byTimestamps() && !states.changed(table)
                ? marker.flatMap(times -> times.since(rules.lookBack()))
                : Optional.empty();
        load(table, unit, (number, load) -> {
            if (!options.everyRow() && states.isUntouched(table, snapshot.mark())) {
                counts.get(table).addUntouched(states.of(table).orElseThrow().rows());
            } else if (since.isPresent()) {
                counts.get(table).readsInPart();
                feed.compareSince(table, number, since.get(), marker.get(), load);
            } else {
                feed.compare(table, number, options.everyRow() || states.changed(table), marker, load);
            }
        });
    }

    private void merge(CopyTable table) {
        counts.get(table).add(loads.get(table).merge());
    }

    private void load(CopyTable table, Unit unit, BiConsumer<Long, TableLoad> rows) {
        long number = states.number(table);
        Set<CopyTable> complete = completeBefore(table, unit);
        TableLoad load = new TableLoad(
                table,
                number,
                unit.target().writer(table, rules.existing(), keys -> owned(table, unit, keys)),
                new References(plan, table, states::number, reference -> isFollowed(table, reference)),
                reference -> complete.contains(plan.parent(reference)),
                unit.state().rows(),
                before.rows(),
                states.of(table).isPresent(),
                rules.deletes(),
                counts.get(table));
        loads.put(table, load);
        rows.accept(number, load);
    }

    // The target cannot tell whether a parent is missing if the parent's table comes later.
    private boolean isFollowed(CopyTable table, CopyReference reference) {
        boolean comesLater = tables.indexOf(plan.parent(reference)) > tables.indexOf(table);
        return !target.checksReferences() || !stagesAllFirst() && comesLater;
    }

    // Rows that are missing in these tables do not come later: they are done, and none of their rows waits itself.
    private Set<CopyTable> completeBefore(CopyTable table, Unit unit) {
        return tables.subList(0, tables.indexOf(table)).stream()
                .filter(parent -> unfinished(parent, unit) == 0)
                .collect(Collectors.toSet());
    }

    // Other rows of the source than those that are about to be written may have these rows of the target.
    private Set<List<Object>> owned(CopyTable table, Unit unit, List<List<Object>> targetKeys) {
        Set<List<Object>> owned = new HashSet<>();
        unit.state().rows()
                .rowsInTarget(states.number(table), targetKeys.stream().map(RowKey::of).toList())
                .forEach(row -> owned.add(RowTyping.targetKey(table, row.keyInTarget())));
        return owned;
    }

    private long unfinished(CopyTable table, Unit unit) {
        return unit.state().rows().count(states.number(table), RowStatus.UNFINISHED);
    }

    private long absent(CopyTable table, Unit unit) {
        return unit.state().rows().countAbsent(states.number(table));
    }

    private void giveUp(CopyTable table, Unit unit) {
        RowMap map = unit.state().rows();
        long number = states.number(table);
        List<MappedRow> rows = map.unsettled(number, RowStatus.UNFINISHED, null, ROWS_TOGETHER);
        while (!rows.isEmpty()) {
            map.put(number, rows.stream()
                    .map(row -> row.leftOut(RowStatus.PARENT_MISSING, row.reason()))
                    .toList());
            rows = map.unsettled(number, RowStatus.UNFINISHED, null, ROWS_TOGETHER);
        }
    }

    private List<CopyTable> sound() {
        return tables.stream().filter(table -> steps.failure(table).isEmpty()).toList();
    }

    private void mark(Unit unit) {
        unit.state().records().upsert(
                COPY_TABLE, tables.stream().map(states::unconfirmed).toList());
    }

    private Removal removal(Unit unit) {
        return new Removal(plan, sound(), states::number, unit.target(), unit.state().rows());
    }

    private void requireFewDeletes(CopyTable table, Removal removal) {
        if (rules.deletes()) {
            long mapped = states.of(table).map(TableState::mapped).orElse(0L);
            String kept = rules.byTable()
                    ? "none of these rows was deleted, and what was committed before stays"
                    : "nothing of this run was kept";
            rules.limit().require(table.source(), removal.count(table), mapped, kept);
        }
    }

    private void requireNoBadRows(List<CopyTable> some, Unit unit) {
        RowMap map = unit.state().rows();
        long failed = rules.stopsAtBadRows() ? report.failed(some, map) : 0;
        if (failed > 0) {
            throw new BadRows(failed, report.badRows(some, map)).failure();
        }
    }
}
