package dev.tidemark.copy.load;

import static dev.tidemark.copy.state.TableOutcomeTable.COPY_RESULT;
import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.concurrent.RowPipe;
import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.rows.Candidate;
import dev.tidemark.copy.rows.KeyMerge;
import dev.tidemark.copy.rows.References;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.rows.SourceRows;
import dev.tidemark.copy.rows.TableStates;
import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.MappedRow;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.state.TableOutcome;
import dev.tidemark.copy.state.TableState;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.value.RowKey;
import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.Counts;
import dev.tidemark.run.Progress;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Map<CopyTable, String> failures = new LinkedHashMap<>();
    private final Map<CopyTable, TableLoad> loads = new HashMap<>();
    private Unit whole;
    private boolean marked;

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
        this.states = new TableStates(before.records());
        tables.forEach(table -> counts.put(table, new TableCount()));
        if (!rules.byTable()) {
            whole = open();
        }
    }

    /** Brings in what differs. With staging and keys that are kept, nothing is merged before all is examined. */
    void bringIn() {
        if (stagesAllFirst()) {
            each(tables, this::put);
            each(tables, (table, unit) -> loads.get(table).check());
            requireNoBadRows(tables, whole);
            each(tables, (table, unit) -> merge(table));
        } else {
            each(tables, (table, unit) -> {
                put(table, unit);
                loads.get(table).check();
                if (rules.byTable()) {
                    requireNoBadRows(List.of(table), unit);
                    requireFewDeletes(table, removal(unit));
                    countExpectedDeletes(table, removal(unit));
                }
                merge(table);
            });
        }
    }

    private void merge(CopyTable table) {
        counts.get(table).add(loads.get(table).merge());
    }

    private boolean stagesAllFirst() {
        return !rules.byTable() && !plan.assigns() && target.checksReferences();
    }

    /** Writes the rows that wait for a row that they refer to, until no more of them can be written. */
    void finish() {
        Set<CopyTable> waiting = new HashSet<>(tables);
        while (!waiting.isEmpty()) {
            Set<CopyTable> now = new HashSet<>();
            each(tables.stream().filter(waiting::contains).toList(), (table, unit) -> {
                long left = unfinished(table, unit);
                if (left > 0) {
                    put(table, unit, this::putUnfinished);
                    loads.get(table).check();
                    // Most of these rows were written before, and are counted.
                    counts.get(table).addInserted(loads.get(table).merge().inserted());
                    if (unfinished(table, unit) < left) {
                        now.add(table);
                    }
                }
            });
            waiting = now;
        }
        each(tables, this::giveUp);
    }

    /** Removes what should not be in the target. */
    void remove() {
        if (rules.deletes()) {
            inUnit(unit -> removal(unit).markOrphans());
            each(tables, (table, unit) -> removal(unit).detach(table));
            each(tables.reversed(), (table, unit) -> {
                Removal removal = removal(unit);
                requireFewDeletes(table, removal);
                count(table, () -> counts.get(table).addDeleted(removal.remove(table)));
            });
        }
        if (!rules.byTable()) {
            requireNoBadRows(tables, whole);
        }
    }

    /** Moves sequences beyond the new ids. */
    void settle() {
        each(tables, (table, unit) -> {
            if (counts.get(table).inserted() > 0) {
                count(table, () -> unit.target().settle(table));
            }
        });
    }

    /** Records the tables, calls {@code last} with the state's transaction, and commits all that is not committed yet. */
    void complete(long runId, BiConsumer<StateSession, Counts> last) {
        inUnitWithoutCommit(unit -> state.file().gate().passLast(() -> {
            commit(unit);
            tables.forEach(table -> record(table, runId, unit));
            last.accept(unit.state(), total(results(unit)));
            unit.state().complete();
        }));
    }

    /** The result so far. */
    CopyResult result(long runId) {
        CopyResult[] result = new CopyResult[1];
        inUnitWithoutCommit(unit -> {
            List<CopyTableResult> results = results(unit);
            result[0] = new CopyResult(
                    options.command(),
                    runId,
                    snapshot.takenAt(),
                    results.stream().allMatch(CopyTableResult::isComplete),
                    results,
                    results.stream().mapToLong(CopyTableResult::failed).sum(),
                    badRows(tables, unit),
                    total(results),
                    0,
                    notes());
        });
        return result[0];
    }

    @Override
    public void close() {
        try (before; Unit _ = whole) {
            progress.end();
        }
    }

    private void put(CopyTable table, Unit unit) {
        put(table, unit, this::compare);
    }

    private void put(CopyTable table, Unit unit, BiConsumer<CopyTable, Unit> rows) {
        loads.put(table, load(table, unit));
        rows.accept(table, unit);
    }

    private TableLoad load(CopyTable table, Unit unit) {
        long number = states.number(table);
        Set<CopyTable> complete = completeBefore(table, unit);
        return new TableLoad(
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

    private void compare(CopyTable table, Unit unit) {
        progress.work(table.source());
        if (progress.isShown()) {
            progress.expect(snapshot.count(table.source()));
        }
        boolean everyRow = options.everyRow() || states.changed(table);
        RowTyping typing = typing(table);
        TableLoad load = loads.get(table);
        RowPipe.<Batch>run(
                batches -> SourceRows.read(snapshot, table, rows -> before.rows().hashes(states.number(table), known -> {
                    KeyMerge.walk(typing, everyRow, rows, known, new Comparison(typing, batches));
                    return null;
                })),
                batch -> {
                    load.take(batch);
                    progress.rows(batch.rows());
                },
                () -> {});
        load.writeWaiting();
    }

    private void putUnfinished(CopyTable table, Unit unit) {
        RowMap map = unit.state().rows();
        long number = states.number(table);
        RowTyping typing = typing(table);
        SourceRows.read(snapshot, table, rows -> {
            Deque<MappedRow> page = new ArrayDeque<>(map.unsettled(number, RowStatus.UNFINISHED, null, ROWS_TOGETHER));
            List<Candidate> candidates = new ArrayList<>();
            while (rows.hasNext() && !page.isEmpty()) {
                Object[] row = rows.next();
                byte[] key = typing.key(row);
                if (Arrays.equals(key, page.peek().sourceKey())) {
                    candidates.add(typing.candidate(key, typing.hash(row), true, row));
                    page.poll();
                }
                if (page.isEmpty()) {
                    loads.get(table).takeUnfinished(candidates);
                    candidates.clear();
                    page.addAll(map.unsettled(number, RowStatus.UNFINISHED, key, ROWS_TOGETHER));
                }
            }
        });
    }

    private RowTyping typing(CopyTable table) {
        return new RowTyping(table, References.rewritten(plan, table));
    }

    private long unfinished(CopyTable table, Unit unit) {
        return unit.state().rows().count(states.number(table), RowStatus.UNFINISHED);
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

    private Removal removal(Unit unit) {
        List<CopyTable> sound =
                tables.stream().filter(table -> !failures.containsKey(table)).toList();
        return new Removal(plan, sound, states::number, unit.target(), unit.state().rows());
    }

    // In a dry run that commits by table, the later step does not see what this one marks.
    private void countExpectedDeletes(CopyTable table, Removal removal) {
        if (rules.deletes() && options.dryRun()) {
            counts.get(table).addDeleted(removal.count(table));
        }
    }

    private void requireFewDeletes(CopyTable table, Removal removal) {
        if (rules.deletes()) {
            long mapped = states.of(table).map(TableState::mapped).orElse(0L);
            rules.limit().require(table.source(), removal.count(table), mapped);
        }
    }

    private void requireNoBadRows(List<CopyTable> some, Unit unit) {
        if (!rules.stopsAtBadRows()) {
            return;
        }
        long failed = some.stream().mapToLong(table -> failed(table, unit)).sum();
        if (failed > 0) {
            throw new BadRows(failed, badRows(some, unit)).failure();
        }
    }

    private long failed(CopyTable table, Unit unit) {
        RowMap map = unit.state().rows();
        long number = states.number(table);
        return counts.get(table).duplicates()
                + map.count(number, RowStatus.REJECTED)
                + map.count(number, RowStatus.PARENT_MISSING);
    }

    private List<BadRow> badRows(List<CopyTable> some, Unit unit) {
        return some.stream()
                .flatMap(table -> RejectedRows.of(table.source(), states.number(table), unit.state().rows()))
                .limit(CopyResult.NAMED)
                .toList();
    }

    // Runs a step for each table that did not fail and whose parents did not.
    private void each(List<CopyTable> some, BiConsumer<CopyTable, Unit> step) {
        for (CopyTable table : some) {
            if (!rules.byTable()) {
                count(table, () -> step.accept(table, whole));
            } else if (!failures.containsKey(table)) {
                alone(table, step);
            }
        }
    }

    private void alone(CopyTable table, BiConsumer<CopyTable, Unit> step) {
        List<String> failedParents = table.references().stream()
                .map(plan::parent)
                .filter(failures::containsKey)
                .map(CopyTable::source)
                .toList();
        if (!failedParents.isEmpty()) {
            failures.put(table, "it refers to " + failedParents.getFirst() + ", which failed");
            return;
        }
        try {
            inUnit(unit -> count(table, () -> step.accept(table, unit)));
        } catch (TidemarkException failure) {
            // A later attempt makes good what may pass; a fault of the source or of Tidemark concerns all tables.
            if (failure.mayPass() || failure.reason() != Reason.WAREHOUSE && failure.reason() != Reason.INCOMPLETE) {
                throw failure;
            }
            failures.put(table, failure.getMessage());
        }
    }

    private void count(CopyTable table, Runnable work) {
        counts.get(table).timed(work);
    }

    private void inUnit(Consumer<Unit> work) {
        inUnitWithoutCommit(unit -> {
            work.accept(unit);
            if (rules.byTable() && !options.dryRun()) {
                state.file().gate().pass(() -> commit(unit));
            }
        });
    }

    private void commit(Unit unit) {
        if (!marked) {
            unit.state().records().upsert(
                    COPY_TABLE, tables.stream().map(states::unconfirmed).toList());
        }
        unit.commit();
        marked = true;
    }

    private void inUnitWithoutCommit(Consumer<Unit> work) {
        if (!rules.byTable()) {
            work.accept(whole);
            return;
        }
        try (Unit unit = open()) {
            work.accept(unit);
        }
    }

    private Unit open() {
        return new Unit(target.begin(plan.tables()), state.begin());
    }

    private void record(CopyTable table, long runId, Unit unit) {
        CopyTableResult result = result(table, unit);
        TableState old = states.of(table).orElse(null);
        long number = states.number(table);
        if (!failures.containsKey(table)) {
            if (rules.deletes()) {
                unit.state().rows().removed(number);
            }
            unit.state().records().upsert(COPY_TABLE, List.of(new TableState(
                    number,
                    table.source(),
                    TableStates.description(table),
                    result.total(),
                    result.total() - result.failed(),
                    result.failed(),
                    old == null ? null : old.changedAt(),
                    LocalDateTime.ofInstant(snapshot.takenAt(), ZoneOffset.UTC),
                    runId)));
        }
        unit.state().records().upsert(COPY_RESULT, List.of(new TableOutcome(
                runId,
                number,
                result.total(),
                result.inserted(),
                result.updated(),
                result.deleted(),
                result.skipped(),
                result.failed(),
                result.milliseconds(),
                result.message())));
    }

    private List<CopyTableResult> results(Unit unit) {
        return tables.stream().map(table -> result(table, unit)).toList();
    }

    private CopyTableResult result(CopyTable table, Unit unit) {
        TableCount count = counts.get(table);
        boolean failedAsWhole = failures.containsKey(table);
        long failed = failedAsWhole ? count.total() : failed(table, unit);
        long written = failedAsWhole ? 0 : count.inserted() + count.updated();
        long milliseconds = count.milliseconds();
        return new CopyTableResult(
                table.source(),
                table.target(),
                count.total(),
                failedAsWhole ? 0 : count.inserted(),
                failedAsWhole ? 0 : count.updated(),
                failedAsWhole ? 0 : count.deleted(),
                Math.max(0, count.total() - failed - written),
                failed,
                count.adopted(),
                count.total() * 1_000 / Math.max(1, milliseconds),
                milliseconds,
                failures.get(table));
    }

    private static Counts total(List<CopyTableResult> results) {
        return results.stream()
                .map(table -> new Counts(
                        table.total(), table.inserted(), table.updated(), table.deleted(), table.skipped()))
                .reduce(Counts.NONE, Counts::plus);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (CopyTable table : tables) {
            if (states.isUnconfirmed(table)) {
                notes.add("The last run did not complete %s; every row of it was compared.".formatted(table.source()));
            } else if (states.changed(table)) {
                notes.add("The configuration of %s is not that of the last run; every row of it was compared."
                        .formatted(table.source()));
            }
            if (counts.get(table).adopted() > 0) {
                notes.add("%,d rows of %s were in the target already, and are taken for rows of the source now."
                        .formatted(counts.get(table).adopted(), table.source()));
            }
        }
        return notes;
    }
}
