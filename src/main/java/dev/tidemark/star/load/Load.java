package dev.tidemark.star.load;

import dev.tidemark.concurrent.InParallel;
import dev.tidemark.concurrent.RowPipe;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.Counts;
import dev.tidemark.run.Progress;
import dev.tidemark.run.history.SyncRun;
import dev.tidemark.run.history.TableRun;
import dev.tidemark.run.history.TableRuns;
import dev.tidemark.run.state.States;
import dev.tidemark.run.state.SyncState;
import dev.tidemark.source.Snapshot;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.star.SourceRequirements;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.TableSync;
import dev.tidemark.star.change.SourceChanges;
import dev.tidemark.star.rows.DerivedRows;
import dev.tidemark.star.rows.MappedRows;
import dev.tidemark.star.rows.Page;
import dev.tidemark.star.rows.RunLookups;
import dev.tidemark.star.rows.TableComparison;
import dev.tidemark.star.rows.TableWriter;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.TargetTable;
import dev.tidemark.target.EmptiedTable;
import dev.tidemark.target.TargetSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The steps of one load, within one snapshot of the source and one transaction of the target. */
final class Load {
    /** Pages are large. */
    private static final int PAGES_WAITING = 1;

    private final Snapshot source;
    private final TargetSession target;
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
    private final List<String> notes = new ArrayList<>();

    Load(
            Snapshot source,
            TargetSession target,
            SyncPlan whole,
            SyncPlan chosen,
            LoadOptions options,
            SourceChanges changes,
            Loader.Limits limits,
            Progress progress) {
        this.source = source;
        this.target = target;
        this.whole = whole;
        this.chosen = chosen;
        this.options = options;
        this.changes = changes;
        this.limits = limits;
        this.progress = progress;
        this.states = States.read(target);
        this.selection = RowSelection.of(options, source, changes, states, limits.lookBack());
        this.lookups = new RunLookups(source, target);
        this.reconciliation = new Reconciliation(source, target);
    }

    /** Fails unless the source has what the plan needs. */
    void requireSource() {
        SourceRequirements.of(whole).requireKeys(source);
    }

    /** Reads and maps the source rows that may have changed; writes and deletes the target rows that differ. */
    void bringIn(SourceSync<?, ?> sync) {
        timed(sync, () -> isFilledAnew(sync.target()) ? refill(sync) : level(sync));
    }

    // A table of somebody else may refer to facts. Its rows would go with those that are deleted to be written again.
    private boolean isFilledAnew(TargetTable<?> table) {
        return options.full() && table.surrogateKey().isEmpty() && !target.isReferredTo(table);
    }

    /** Compares all source tables that were not compared yet with the ledger. */
    void completeLedger() {
        if (options.looksAtContent()) {
            // A row that differs may show a change that a mark missed. If none differs, the ledger may stay as it is.
            if (options.takesEveryRow() && total().written() > 0) {
                changes.distrustMarks();
            }
            progress.work("fingerprints");
            progress.await();
            changes.complete();
        }
    }

    /** Fails unless a table that was written has as many rows and the same totals as the source. */
    void reconcile(SourceSync<?, ?> sync) {
        WrittenKeys keys = written.get(sync.name());
        if (options.looksAtContent() && keys != null) {
            timed(sync, () -> {
                reconciliation.require(sync, changes.of(sync.source()).rows(), keys);
                return Counts.NONE;
            });
        }
    }

    /** Updates a table that is computed from other tables, unless neither they nor the day have changed. */
    void derive(DerivedSync<?> derived) {
        LocalDate today = source.takenAt().toLocalDate();
        timed(derived, () -> !options.takesEveryRow() && isLevel(derived, today)
                ? Counts.NONE
                : DerivedRows.level(target, derived, today));
    }

    /** Fails if a table outside this load refers to missing rows: this load cannot correct it. */
    void requireNoOrphanElsewhere() {
        whole.tables().stream()
                .filter(table -> !chosen.tables().contains(table))
                .flatMap(table -> target.orphanOf(table.target()).stream())
                .findFirst()
                .ifPresent(orphan -> {
                    throw TidemarkException.usage(
                            "Rows of " + orphan.table() + " refer to rows of " + orphan.parent()
                                    + " that are gone, and " + orphan.table()
                                    + " is not among the tables to load (--tables)",
                            "--tables with " + orphan.table() + " too; nothing of this run was kept");
                });
    }

    /** Refreshes the statistics by which readers' queries are planned, in the transaction that holds the rows. */
    void refreshStatistics() {
        target.refreshStatistics(options.full());
    }

    /** Records the state of the tables, and what the run did with them, in the transaction that holds their rows. */
    void keepState(SyncRun run) {
        List<SyncState> level = chosen.tables().stream()
                .map(table ->
                        new SyncState(table.name(), source.takenAt(), lastUpdate(table), rows(table), run.id()))
                .toList();
        States.write(target, level);
        TableRuns.write(target, level.stream().flatMap(this::changes).toList());
        if (options.looksAtContent()) {
            changes.keepSource();
        }
        chosen.sourceSyncs().stream()
                .filter(sync -> !options.looksAtContent() || !changes.isKept(sync))
                .forEach(sync -> changes.doubt(sync, unknownToTheLedger(sync)));
    }

    /** One result for each table, in the plan's order. */
    List<TableResult> results() {
        return List.copyOf(results.values());
    }

    /** The sum over all tables. */
    Counts total() {
        return results.values().stream().map(TableResult::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** Notes for the user, one sentence each. */
    List<String> notes() {
        Stream<String> ofDetection = options.looksAtContent()
                ? changes.noteOfAnotherSource().stream()
                : Stream.of("Changes were found by timestamps alone: rows that are gone, and rows whose last_update did"
                        + " not move, wait for an incremental with --detect content.");
        Stream<String> ofRows = Stream.concat(notes.stream(), source.takeNotes().stream()).distinct();
        return Stream.concat(ofDetection, ofRows).toList();
    }

    /** Reads the source rows that may have changed, and writes the target rows that differ. */
    private <S, T> Counts level(SourceSync<S, T> sync) {
        KeySpans keys = selection.of(sync);
        keysRead.put(sync.name(), keys);
        if (keys.isEmpty()) {
            return Counts.NONE;
        }
        WrittenKeys writtenKeys = written.computeIfAbsent(sync.name(), name -> new WrittenKeys());
        return options.mode() == LoadMode.DEEP ? levelDeeply(sync, writtenKeys) : level(sync, keys, writtenKeys);
    }

    // Most rows are level. One pass over all of them is quicker than a query of the target for each page.
    private <S, T> Counts levelDeeply(SourceSync<S, T> sync, WrittenKeys writtenKeys) {
        DeepComparison<S, T> comparison = new DeepComparison<>(sync);
        comparison.compare(new TableComparison(source, target, progress), MappedRows.mapping(sync, lookups));
        notes.addAll(source.takeNotes());
        Counts counts = level(sync, comparison.differing(), writtenKeys);
        // Rows that differ were read a second time. The notes on them are dropped.
        source.takeNotes();
        return new Counts(
                comparison.read(), counts.inserted(), counts.updated(), counts.deleted(), comparison.equal());
    }

    private <S, T> Counts level(SourceSync<S, T> sync, KeySpans keys, WrittenKeys writtenKeys) {
        TableWriter<T> writer = new TableWriter<>(target, sync.target());
        Counts counts = pipe(sync, keys, page -> writer.level(page, writtenKeys.of(sync.target())));
        if (counts.deleted() > 0) {
            long before = target.countRows(sync.target()) + counts.deleted() - counts.inserted();
            limits.deletes().require(sync.name(), counts.deleted(), before);
        }
        return counts;
    }

    /**
     * Empties the table and fills it with all rows of the source. The source computes fingerprints and totals while the
     * indexes are built, which takes long.
     */
    private <S, T> Counts refill(SourceSync<S, T> sync) {
        EmptiedTable emptied = target.empty(sync.target());
        Counts filled = pipe(sync, KeySpans.ALL, page -> {
            target.insert(sync.target(), page.rows());
            return new Counts(page.read(), page.rows().size(), 0, 0, 0);
        });
        progress.work("indexes, " + sync.name());
        long before = emptied.rowsBefore();
        limits.deletes().require(sync.name(), Math.max(0, before - filled.inserted()), before);
        Reconciliation.SourceFigures figures = InParallel.ask(
                () -> reconciliation.figures(sync, changes.fingerprints(sync.source()), filled.inserted()),
                emptied.completion(),
                source::abandon);
        changes.take(sync.source(), figures.fingerprints());
        reconciliation.expect(sync, figures);
        written.put(sync.name(), WrittenKeys.ofAll());
        return filled.plus(new Counts(0, 0, 0, before, 0));
    }

    /** Reads and maps rows on another thread while this one writes them, page by page. */
    private <S, T> Counts pipe(SourceSync<S, T> sync, KeySpans keys, Function<Page<T>, Counts> writer) {
        Function<S, Optional<T>> mapping = MappedRows.mapping(sync, lookups);
        if (progress.isShown() && keys.isAll()) {
            progress.expect(source.estimatedRows(sync.source()));
        }
        progress.await();
        Counts[] counts = {Counts.NONE};
        RowPipe.<Page<T>>run(
                PAGES_WAITING,
                next -> keys.pieces(Snapshot.KEYS_A_QUERY, Snapshot.KEYS_A_QUERY).forEach(piece -> source.rows(
                        sync.source(),
                        piece,
                        rows -> {
                            Page.cut(piece, rows, sync.source()::requireAscending, mapping, next);
                            return piece;
                        })),
                page -> {
                    counts[0] = counts[0].plus(writer.apply(page));
                    progress.rows(page.read());
                },
                source::abandon);
        return counts[0];
    }

    private Stream<TableRun> changes(SyncState level) {
        return Optional.ofNullable(results.get(level.tableName()))
                .map(TableResult::counts)
                .filter(counts -> counts.written() > 0)
                .map(counts -> new TableRun(
                        level.runId(),
                        level.tableName(),
                        level.rows(),
                        counts.inserted(),
                        counts.updated(),
                        counts.deleted()))
                .stream();
    }

    // A load of some tables always includes those that are computed from them.
    private boolean isLevel(DerivedSync<?> derived, LocalDate today) {
        return SyncState.loaded(states, derived.name())
                        .map(state -> state.snapshotAt().toLocalDate())
                        .filter(today::equals)
                        .isPresent()
                && derived.dependsOn().stream()
                        .flatMap(table -> Stream.ofNullable(results.get(table)))
                        .allMatch(result -> result.counts().written() == 0);
    }

    // All other rows were made from the ledger's state, as the next run expects.
    private KeySpans unknownToTheLedger(SourceSync<?, ?> sync) {
        return options.looksAtContent() ? changes.staleRows(sync) : keysRead.get(sync.name());
    }

    // Counting a large table takes a moment; a run that did not touch it uses the last count.
    private long rows(TableSync table) {
        boolean touched = written.containsKey(table.name()) || table instanceof DerivedSync<?>;
        return SyncState.loaded(states, table.name())
                .filter(state -> !touched)
                .map(SyncState::rows)
                .orElseGet(() -> target.countRows(table.target()));
    }

    private String lastUpdate(TableSync table) {
        Optional<String> known = Optional.ofNullable(states.get(table.name())).map(SyncState::lastUpdate);
        return switch (table) {
            case SourceSync<?, ?> sync when options.looksAtContent() -> changes.of(sync.source()).lastUpdate();
            case SourceSync<?, ?> _ -> known.orElse(null);
            case DerivedSync<?> _ -> null;
        };
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
}
