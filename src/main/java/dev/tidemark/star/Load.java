package dev.tidemark.star;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.mysql.SourceColumn;
import dev.tidemark.mysql.SourceSnapshot;
import dev.tidemark.run.Counts;
import dev.tidemark.run.Progress;
import dev.tidemark.run.States;
import dev.tidemark.run.SyncState;
import dev.tidemark.sql.Key;
import dev.tidemark.sql.KeySpans;
import dev.tidemark.sql.TargetTable;
import dev.tidemark.sqlite.EmptiedTable;
import dev.tidemark.sqlite.PragmaMapper;
import dev.tidemark.sqlite.WarehouseSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One load, within one snapshot of the source and one transaction of the warehouse. */
final class Load {
    /** A piece of the keys to read holds about as many rows as are written together. */
    private static final int KEYS_A_PIECE = SourceSnapshot.BATCH + 24;

    private final SourceSnapshot source;
    private final WarehouseSession warehouse;
    private final SyncPlan whole;
    private final SyncPlan chosen;
    private final LoadOptions options;
    private final Loader.Limits limits;
    private final Progress progress;
    private final Map<String, SyncState> states;
    private final SourceChanges changes;
    private final RowSelection selection;
    private final RunLookups lookups;
    private final Reconciliation reconciliation;
    private final Map<String, TableResult> results = new LinkedHashMap<>();
    private final Map<String, KeySpans> keysRead = new HashMap<>();
    private final Map<String, WrittenKeys> written = new HashMap<>();

    Load(
            SourceSnapshot source,
            WarehouseSession warehouse,
            SyncPlan whole,
            LoadOptions options,
            SourceChanges changes,
            Loader.Limits limits,
            Progress progress) {
        this.source = source;
        this.warehouse = warehouse;
        this.whole = whole;
        this.chosen = options.choose(whole);
        this.options = options;
        this.changes = changes;
        this.limits = limits;
        this.progress = progress;
        this.states = States.read(warehouse);
        this.selection = options.selection(source, changes, states, limits.lookBack());
        this.lookups = new RunLookups(source, warehouse);
        this.reconciliation = new Reconciliation(source, warehouse);
    }

    /** Loads every table: those that others refer to first, then what refers to them, last what is derived. */
    Outcome run() {
        requireSource();
        chosen.sourceSyncs().forEach(sync -> timed(sync, () -> bringIn(sync)));
        if (options.looksAtContent()) {
            progress.work("fingerprints");
            changes.complete();
            chosen.sourceSyncs().forEach(sync -> timed(sync, () -> reconcile(sync)));
        }
        LocalDate today = source.takenAt().toLocalDate();
        chosen.derivedSyncs().forEach(derived -> timed(derived, () -> DerivedRows.level(warehouse, derived, today)));
        requireNoOrphanElsewhere();
        progress.end();
        return new Outcome(List.copyOf(results.values()), notes());
    }

    /** Keeps how far the tables are level now, in the transaction that holds their rows. */
    void keepState(long run) {
        chosen.tables().forEach(table -> States.write(warehouse, new SyncState(
                table.name(),
                source.takenAt(),
                lastUpdate(table),
                rows(table),
                run)));
        if (options.looksAtContent()) {
            changes.keepSource();
        }
        chosen.sourceSyncs()
                .filter(sync -> !options.looksAtContent() || !changes.isKept(sync))
                .forEach(sync -> changes.doubt(sync, unknownToTheLedger(sync)));
    }

    // Rows that were made of what the ledger knows are as the next run expects them.
    private KeySpans unknownToTheLedger(SourceSync<?, ?> sync) {
        return options.looksAtContent() ? changes.staleRows(sync) : keysRead.get(sync.name());
    }

    private void requireSource() {
        SourceRequirements requirements = SourceRequirements.of(whole);
        List<SourceColumn> columns = source.columns();
        requirements.requireColumns(columns);
        requirements.requireKeysFit(source, columns);
    }

    private <S, T> Counts bringIn(SourceSync<S, T> sync) {
        if (options.full() && sync.target().surrogateKey().isEmpty()) {
            return refill(sync);
        }
        KeySpans keys = selection.of(sync);
        keysRead.put(sync.name(), keys);
        return keys.isEmpty() ? Counts.NONE : level(sync, keys);
    }

    /** Reads the rows with these leading keys, and writes what differs. */
    private <S, T> Counts level(SourceSync<S, T> sync, KeySpans keys) {
        TableWriter<T> writer = new TableWriter<>(warehouse, sync.target());
        WrittenKeys writtenKeys = written.computeIfAbsent(sync.name(), name -> new WrittenKeys());
        Counts counts = pipe(sync, keys, page -> writer.level(page, writtenKeys.of(sync.target())));
        if (counts.deleted() > 0) {
            long before = warehouse.countRows(sync.target()) + counts.deleted() - counts.inserted();
            limits.deletes().require(sync.name(), counts.deleted(), before);
        }
        return counts;
    }

    /**
     * Empties the table and fills it with all rows of the source. While indexes are built, which takes long, the source
     * computes the fingerprints and totals.
     */
    private <S, T> Counts refill(SourceSync<S, T> sync) {
        EmptiedTable emptied = warehouse.empty(sync.target());
        Counts filled = pipe(sync, KeySpans.ALL, page -> {
            warehouse.insert(sync.target(), page.rows());
            return new Counts(page.read(), page.rows().size(), 0, 0, 0);
        });
        limits.deletes().require(sync.name(), Math.max(0, emptied.rows() - filled.inserted()), emptied.rows());
        Reconciliation.SourceFigures figures = InParallel.ask(
                () -> reconciliation.figures(sync, changes.fingerprints(sync.source())),
                () -> warehouse.complete(emptied),
                source::abandon);
        changes.take(sync.source(), figures.fingerprints());
        reconciliation.expect(sync, figures);
        written.put(sync.name(), WrittenKeys.ofAll());
        return filled.plus(new Counts(0, 0, 0, emptied.rows(), 0));
    }

    private <S, T> Counts pipe(
            SourceSync<S, T> sync, KeySpans keys, Function<Page<T>, Counts> writer) {
        Function<S, T> mapping = MappedRows.mapping(sync, lookups);
        Predicate<T> isKept = MappedRows.isKept(sync);
        if (progress.isShown() && keys.isAll()) {
            progress.expect(source.estimatedRows(sync.source()));
        }
        Counts[] counts = {Counts.NONE};
        RowPipe.<Page<T>>run(
                next -> keys.pieces(KEYS_A_PIECE, KEYS_A_PIECE).forEach(piece -> source.rows(
                        sync.source(),
                        piece,
                        rows -> {
                            pages(sync, piece, rows, mapping, isKept, next);
                            return null;
                        })),
                page -> {
                    counts[0] = counts[0].plus(writer.apply(page));
                    progress.rows(page.read());
                },
                source::abandon);
        return counts[0];
    }

    private static <S, T> void pages(
            SourceSync<S, T> sync,
            KeySpans piece,
            Iterator<S> rows,
            Function<S, T> mapping,
            Predicate<T> isKept,
            Consumer<Page<T>> next) {
        Key after = null;
        Key last = null;
        do {
            List<T> mapped = new ArrayList<>();
            long read = 0;
            while (read < SourceSnapshot.BATCH && rows.hasNext()) {
                S row = rows.next();
                read++;
                last = sync.source().requireAscending(last, row);
                T made = mapping.apply(row);
                if (isKept.test(made)) {
                    mapped.add(made);
                }
            }
            Key upTo = rows.hasNext() ? last : null;
            next.accept(new Page<>(piece, after, upTo, mapped, read));
            after = upTo;
        } while (after != null);
    }

    private Counts reconcile(SourceSync<?, ?> sync) {
        WrittenKeys keys = written.get(sync.name());
        if (keys != null) {
            reconciliation.require(sync, changes.of(sync.source()).rows(), keys);
        }
        return Counts.NONE;
    }

    // A table that is left out cannot follow what the others lost.
    private void requireNoOrphanElsewhere() {
        whole.tables().stream()
                .filter(table -> !chosen.tables().contains(table))
                .flatMap(table -> warehouse.mapper(PragmaMapper.class).orphansOf(table.name()).stream())
                .findFirst()
                .ifPresent(orphan -> {
                    throw TidemarkException.usage(
                            "Rows of " + orphan.table() + " refer to rows of " + orphan.parent()
                                    + " that are gone, and " + orphan.table()
                                    + " is not among the tables to load (--tables)",
                            "--tables with " + orphan.table() + " too; nothing of this run was kept");
                });
    }

    // To count the rows of a large table takes a moment, which a run that did not touch it need not spend.
    private long rows(TableSync table) {
        boolean touched = written.containsKey(table.name()) || table instanceof DerivedSync<?>;
        return SyncState.loaded(states, table.name())
                .filter(state -> !touched)
                .map(SyncState::rows)
                .orElseGet(() -> warehouse.countRows(table.target()));
    }

    private String lastUpdate(TableSync table) {
        Optional<String> known = Optional.ofNullable(states.get(table.name())).map(SyncState::lastUpdate);
        return switch (table) {
            case SourceSync<?, ?> sync when options.looksAtContent() -> changes.of(sync.source()).lastUpdate();
            case SourceSync<?, ?> _ -> known.orElse(null);
            case DerivedSync<?> _ -> null;
        };
    }

    private List<String> notes() {
        return Stream.of(options.notes().stream(), sourceNote().stream(), source.takeNotes().stream())
                .flatMap(notes -> notes)
                .toList();
    }

    private Optional<String> sourceNote() {
        return options.looksAtContent() ? changes.noteOfAnotherSource() : Optional.empty();
    }

    private void timed(TableSync table, Supplier<Counts> work) {
        progress.work(table.name());
        long start = System.nanoTime();
        Counts counts = work.get();
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        results.merge(
                table.name(),
                new TableResult(table.name(), counts, milliseconds),
                (sofar, more) -> sofar.plus(more.counts(), more.milliseconds()));
    }

    /**
     * What a load did.
     *
     * @param tables a result a table, in the plan's order
     * @param notes what users should know, a sentence each
     */
    record Outcome(List<TableResult> tables, List<String> notes) {}
}
