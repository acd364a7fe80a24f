package dev.tidemark.engine;

import dev.tidemark.books.Counts;
import dev.tidemark.database.Changes;
import dev.tidemark.database.EmptiedTable;
import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.engine.Reconciliation.SourceFigures;
import dev.tidemark.orm.KeyFingerprint;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.TargetTable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One load, within one snapshot of the source and one transaction of the warehouse. Rows come in first, parents before
 * children; then the rows that vanished go, children before parents; then the derived tables follow.
 */
final class Load {
    /** Of larger tables the rows that a load wrote are summed up: a sum over all would cost more than the load. */
    private static final long LARGEST_TABLE_TO_SUM_UP = 100_000;

    /** As many rows are completed from others that are read by key; for more, the tables of those are read whole. */
    private static final int FEW_ROWS = 5 * SourceSnapshot.BATCH;

    private final SourceSnapshot source;
    private final WarehouseSession warehouse;
    private final SyncPlan plan;
    private final RunLookups lookups;
    private final ChangeDetection changes;
    private final KeyComparison keys;
    private final VanishedRows vanished;
    private final MovedRows moved;
    private final Map<TableSync, DerivedRows<?>> derived = new LinkedHashMap<>();
    private final Map<String, KeyFingerprint> level = new HashMap<>();
    private final Map<String, KeySet> written = new HashMap<>();
    private final Reconciliation reconciliation;
    private final Map<String, SourceFigures> figures = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, TableResult> results = new LinkedHashMap<>();
    private final Progress progress;

    Load(SourceScans scans, WarehouseSession warehouse, SyncPlan plan, Progress progress) {
        this.progress = progress;
        this.source = scans.source();
        this.warehouse = warehouse;
        this.plan = plan;
        this.changes = new ChangeDetection(scans);
        this.keys = new KeyComparison(scans, warehouse);
        this.vanished = new VanishedRows(warehouse);
        this.lookups = new RunLookups(source, warehouse, vanished);
        this.moved = new MovedRows(source, warehouse);
        this.reconciliation = new Reconciliation(scans, warehouse);
        plan.tables().forEach(table -> {
            results.put(table.name(), new TableResult(table.name(), Counts.NONE, 0));
            if (table instanceof DerivedSync<?> computed) {
                derived.put(table, new DerivedRows<>(warehouse, computed));
            }
        });
    }

    /** Loads every table by {@code strategy}. */
    Outcome run(LoadStrategy strategy) {
        List<SourceSync<?, ?>> syncs = plan.sourceSyncs().toList();
        syncs.forEach(sync -> timed(sync, () -> strategy.load(this, sync)));
        syncs.reversed().forEach(sync -> timed(sync, () -> deleteVanished(sync)));
        syncs.forEach(sync -> timed(sync, () -> reconcile(sync)));
        derived.forEach((table, rows) -> timed(table, () -> rows.level(source.takenAt().toLocalDate())));
        progress.end();
        notes.addAll(source.takeNotes());
        return new Outcome(List.copyOf(results.values()), Map.copyOf(level), List.copyOf(notes));
    }

    /**
     * Compares keys and totals of both sides. Totals of a whole table that differ after its keys are level tell of rows
     * that were rewritten with an old timestamp, or by someone else in the warehouse: then the rows are compared.
     */
    private Counts reconcile(SourceSync<?, ?> sync) {
        SourceFigures known = figures.get(sync.name());
        if (known != null) {
            level.put(sync.name(), reconciliation.requireSame(sync, known));
            return Counts.NONE;
        }
        KeyFingerprint keys = level.computeIfAbsent(sync.name(), name -> reconciliation.requireSameKeys(sync));
        KeySet rows = written.getOrDefault(sync.name(), KeySet.none());
        if (!rows.isAll() && keys.rows() > LARGEST_TABLE_TO_SUM_UP) {
            rows.chunks(SourceSnapshot.BATCH)
                    .forEach(chunk -> reconciliation.requireSameTotals(sync, TotalsScope.of(chunk)));
            return Counts.NONE;
        }
        if (reconciliation.haveSameTotals(sync, TotalsScope.all())) {
            return Counts.NONE;
        }
        Counts repaired = upsert(sync, differences(sync).toWrite());
        notes.add(String.format(
                Locale.ROOT,
                "The totals of %s differed where no timestamp told of a change; all rows were compared and %,d"
                        + " repaired.",
                sync.name(),
                repaired.written()));
        reconciliation.requireSameTotals(sync, TotalsScope.all());
        return repaired;
    }

    /** Reads rows with these keys and writes them over those that are there. */
    <S, T> Counts upsert(SourceSync<S, T> sync, KeySet rows) {
        return write(sync, rows, warehouse::upsert);
    }

    /** Empties the table and fills it with all rows of the source. */
    <S, T> Counts refill(SourceSync<S, T> sync) {
        EmptiedTable emptied = warehouse.empty(sync.target());
        Counts filled = write(sync, KeySet.ALL, warehouse::insert);
        figures.put(sync.name(), Beside.askDuring(
                () -> reconciliation.figures(sync), () -> warehouse.complete(emptied), source::abandon));
        return filled.plus(new Counts(0, 0, 0, emptied.rows(), 0));
    }

    /** Writes the rows that only the source has, and notes those that only the warehouse has, to be deleted last. */
    Counts levelKeys(SourceSync<?, ?> sync) {
        KeyDifference difference = keys.compare(sync, () -> readDerivedBeside(sync));
        vanished.note(sync.target(), difference.vanished());
        moved.note(sync.target(), difference.missing());
        difference.common().ifPresent(keysOfBoth -> level.put(sync.name(), keysOfBoth));
        return difference.missing().isEmpty() ? Counts.NONE : upsert(sync, difference.missing());
    }

    // The last tables are the largest: it is in their scans that there is time for it.
    private void readDerivedBeside(SourceSync<?, ?> sync) {
        if (sync.equals(plan.sourceSyncs().toList().getLast())) {
            derived.values().forEach(DerivedRows::read);
        }
    }

    /** Compares all rows of both sides; notes those that only the warehouse has, to be deleted last. */
    <S, T> DeepComparison.Differences<T> differences(SourceSync<S, T> sync) {
        DeepComparison.Differences<T> differences = new DeepComparison.Differences<>(sync.target());
        Function<S, T> mapping = MappedRows.mapping(sync, lookups);
        expect(sync, KeySet.ALL);
        source.stream(sync.source(), sync.source().select().get().orderBy(sync.source().key().order()), there -> {
            Iterator<T> expected = MappedRows.of(progress.counting(there), mapping);
            return warehouse.streamRows(sync.target(), here -> {
                RowMerge.walk(sync.target(), expected, here, differences);
                return null;
            });
        });
        vanished.note(sync.target(), differences.vanished());
        return differences;
    }

    /** Reads the fingerprints of the warehouse's tables, of the last first: it is the largest, usually. */
    void readFingerprintsUntilOpen() {
        plan.sourceSyncs().toList().reversed().stream()
                .takeWhile(sync -> !source.isOpen())
                .forEach(sync -> warehouse.fingerprint(sync.target()));
    }

    /** Keys of the rows of {@code sync} that may differ since {@code since}. */
    KeySet changedKeys(SourceSync<?, ?> sync, LocalDateTime since) {
        return changes.changedKeys(sync, since);
    }

    /** Keys of the rows of {@code sync} that refer to rows which vanished. */
    KeySet referringToVanished(SourceSync<?, ?> sync) {
        return vanished.referringKeys(sync);
    }

    /** Keys of the rows of {@code sync} that refer to another parent than in the source, if it changed since then. */
    KeySet moved(SourceSync<?, ?> sync, LocalDateTime since) {
        return moved.of(sync, parent -> changes.changedKeys(parent.table(), since));
    }

    private <S, T> Counts write(
            SourceSync<S, T> sync, KeySet rows, BiFunction<TargetTable<T>, List<T>, Changes> writer) {
        if (rows.isEmpty()) {
            return Counts.NONE;
        }
        written.merge(sync.name(), rows, KeySet::union);
        Function<List<S>, List<T>> mapping = mapping(sync, rows);
        expect(sync, rows);
        Changes[] changes = {Changes.NONE};
        ReadAhead.<List<T>>run(
                next -> source.read(sync.source(), rows, batch -> next.accept(mapping.apply(batch))),
                mapped -> {
                    changes[0] = changes[0].plus(writer.apply(sync.target(), mapped));
                    progress.rows(mapped.size());
                },
                source::abandon);
        Changes all = changes[0];
        long read = all.inserted() + all.updated() + all.unchanged();
        return new Counts(read, all.inserted(), all.updated(), 0, all.unchanged());
    }

    private <S, T> Function<List<S>, List<T>> mapping(SourceSync<S, T> sync, KeySet rows) {
        if (rows.isAll() || rows.size() > FEW_ROWS) {
            Function<S, T> mapping = MappedRows.mapping(sync, lookups);
            return batch -> batch.stream().map(mapping).toList();
        }
        NeededLookups needed = new NeededLookups(source, lookups);
        Function<S, T> mapping = MappedRows.mapping(sync, needed);
        return batch -> needed.map(batch, mapping);
    }

    private void expect(SourceSync<?, ?> sync, KeySet rows) {
        if (progress.isShown()) {
            progress.expect(rows.isAll() ? source.estimatedRows(sync.source()) : rows.size());
        }
    }

    private Counts deleteVanished(SourceSync<?, ?> sync) {
        return new Counts(0, 0, 0, warehouse.delete(sync.target(), vanished.of(sync.target())), 0);
    }

    private void timed(TableSync table, Supplier<Counts> work) {
        progress.work(table.name());
        long start = System.nanoTime();
        Counts counts = work.get();
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        results.computeIfPresent(table.name(), (name, result) -> result.plus(counts, milliseconds));
    }

    /**
     * What a load did.
     *
     * @param tables a result a table, in the plan's order
     * @param keys the fingerprints of the tables' keys, as far as they were taken
     * @param notes what users should know, a sentence each
     */
    record Outcome(List<TableResult> tables, Map<String, KeyFingerprint> keys, List<String> notes) {}
}
