package dev.tidemark.star;

import static dev.tidemark.run.LedgerRangeTable.SYNC_RANGE;

import dev.tidemark.mysql.SourceSnapshot;
import dev.tidemark.mysql.TableMark;
import dev.tidemark.run.Ledger;
import dev.tidemark.run.LedgerRange;
import dev.tidemark.run.LedgerTable;
import dev.tidemark.run.SourceRecord;
import dev.tidemark.sql.FingerprintedTable;
import dev.tidemark.sql.Key;
import dev.tidemark.sql.KeySpans;
import dev.tidemark.sql.RangeFingerprint;
import dev.tidemark.sql.SourceTable;
import dev.tidemark.sqlite.WarehouseSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed in the source since the ledger was written, found by content alone. Of each table that is asked for, the
 * source computes the fingerprints in one pass; a table that nobody touched is not read. What differs is written to the
 * ledger at once, and is kept if the transaction is.
 */
public final class SourceChanges {
    /** The number of rows of a table that was not looked at. */
    static final long NOT_COUNTED = -1;

    /** Of more ranges it is quicker to look at the whole table again. */
    private static final long MOST_DOUBTS = 10_000;

    private final SourceSnapshot source;
    private final WarehouseSession warehouse;
    private final Ledger ledger;
    private final SourceRecord now;
    private final Optional<SourceRecord> before;
    private final Map<String, FingerprintedTable> tables;
    private final boolean trustsMarks;
    private final Predicate<FingerprintedTable> isKept;
    private final Map<String, TableMark> marks;
    private final Map<String, TableChanges> changes = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    /**
     * The changes between the ledger and a snapshot.
     *
     * @param tables what is fingerprinted, by name
     * @param now the source as it is now
     * @param trustsMarks whether a table that nobody touched since, by the server's word, need not be looked at
     * @param isKept whether to write to the ledger what was found of a table
     */
    public SourceChanges(
            SourceSnapshot source,
            WarehouseSession warehouse,
            Map<String, FingerprintedTable> tables,
            SourceRecord now,
            boolean trustsMarks,
            Predicate<FingerprintedTable> isKept) {
        this.source = source;
        this.warehouse = warehouse;
        this.ledger = new Ledger(warehouse);
        this.tables = tables;
        this.now = now;
        this.before = ledger.source();
        this.trustsMarks = trustsMarks;
        this.isKept = isKept;
        this.marks = source.marks().stream().collect(Collectors.toMap(TableMark::table, Function.identity()));
    }

    /** A note that the ledger was written of another source, which may be the same by another name; else empty. */
    public Optional<String> noteOfAnotherSource() {
        return before.filter(known -> !now.isSameSource(known))
                .map(known -> "The source is not the one of the last run: it was %s (%s) and is %s (%s); every table"
                        .formatted(known.address(), known.server(), now.address(), now.server())
                        + " was compared.");
    }

    /** Leading keys of the rows of {@code sync} that may have to change: their own rows did, or rows they depend on. */
    public KeySpans staleRows(SourceSync<?, ?> sync) {
        KeySpans stale = of(sync.source()).content();
        List<Reference.Dependency> dependencies =
                sync.references().stream().flatMap(Reference::dependencies).distinct().toList();
        for (Reference.Dependency dependency : dependencies) {
            TableChanges changed = of(dependency.path().table());
            KeySpans keys = dependency.onKeyAlone() ? changed.keys() : changed.content();
            stale = stale.union(source.referringKeys(sync.source(), dependency.path(), keys));
        }
        return stale;
    }

    /**
     * Has the next run look again at rows of {@code sync} that show a state which the ledger does not: by then the
     * source may be back at what the ledger knows, and the warehouse is not.
     */
    void doubt(SourceSync<?, ?> sync, KeySpans rows) {
        FingerprintedTable table = tables.get(sync.source().name());
        known(table).ifPresent(kept -> ranges(rows, table.table().rangeWidth())
                .ifPresentOrElse(ranges -> ledger.doubt(kept, ranges), () -> ledger.forget(kept)));
    }

    /** Whether the ledger shows the state of all that rows of {@code sync} are made of. */
    boolean isKept(SourceSync<?, ?> sync) {
        return Stream.concat(
                        Stream.of(sync.source().name()),
                        sync.references().stream()
                                .flatMap(Reference::dependencies)
                                .map(dependency -> dependency.path().table().name()))
                .allMatch(table -> isKept.test(tables.get(table)));
    }

    // The first values of the ranges of these rows; empty where they are too many to be told.
    private static Optional<List<Long>> ranges(KeySpans rows, long width) {
        SortedSet<Long> firsts = new TreeSet<>();
        for (KeySpans.Span span : rows.spans().toList()) {
            long first = span.first() & -width;
            long last = span.last() & -width;
            if (span.last() - span.first() < 0 || (last - first) / width + firsts.size() >= MOST_DOUBTS) {
                return Optional.empty();
            }
            for (long count = 0; count <= (last - first) / width; count++) {
                firsts.add(first + count * width);
            }
        }
        return Optional.of(List.copyOf(firsts));
    }

    /** How {@code table} differs; the source is asked once. */
    TableChanges of(SourceTable<?> table) {
        return of(tables.get(table.name()));
    }

    /** Looks at every table that was not looked at yet. */
    void complete() {
        tables.values().forEach(this::of);
    }

    /** Asks the source for the fingerprints of {@code table}, and nothing else: the warehouse may be busy meanwhile. */
    List<RangeFingerprint> fingerprints(SourceTable<?> table) {
        return source.fingerprints(tables.get(table.name()), ranges -> {
            List<RangeFingerprint> all = new ArrayList<>();
            ranges.forEachRemaining(all::add);
            return all;
        });
    }

    /** Takes what {@link #fingerprints} found, so that the source need not be asked again. */
    void take(SourceTable<?> table, List<RangeFingerprint> found) {
        changes.put(table.name(), compared(tables.get(table.name()), found.iterator()));
    }

    /** Keeps the source as it is now, with which the next run compares it. */
    void keepSource() {
        if (!isContinued()) {
            // What was not looked at in this run could be taken for untouched later.
            ledger.forgetMarks(written);
        }
        ledger.write(now);
    }

    private TableChanges of(FingerprintedTable table) {
        TableChanges known = changes.get(table.name());
        if (known == null) {
            known = look(table);
            changes.put(table.name(), known);
        }
        return known;
    }

    private TableChanges look(FingerprintedTable table) {
        Optional<LedgerTable> kept = known(table);
        if (kept.isPresent() && isUntouched(table, kept.get())) {
            return TableChanges.none(kept.get().rows(), kept.get().lastUpdate());
        }
        if (kept.isEmpty() && !isKept.test(table)) {
            return TableChanges.unknown(NOT_COUNTED, null);
        }
        return source.fingerprints(table, ranges -> compared(table, ranges));
    }

    private Optional<LedgerTable> known(FingerprintedTable table) {
        return ledger.table(table.name()).filter(kept -> kept.description().equals(table.description()));
    }

    private boolean isUntouched(FingerprintedTable table, LedgerTable kept) {
        TableMark mark = marks.get(table.name());
        return trustsMarks
                && isContinued()
                && mark != null
                && kept.isUntouched(mark);
    }

    private boolean isContinued() {
        return before.isPresent() && now.isSameSource(before.get()) && now.hasContinued(before.get());
    }

    private TableChanges compared(FingerprintedTable table, Iterator<RangeFingerprint> ranges) {
        boolean known = known(table).isPresent();
        Comparison comparison =
                new Comparison(ledger.idOf(table.name()), table.table().rangeWidth(), isKept.test(table));
        comparison.run(ranges);
        if (isKept.test(table)) {
            written.add(table.name());
            ledger.write(marked(new LedgerTable(
                    ledger.idOf(table.name()),
                    table.name(),
                    table.description(),
                    comparison.rows,
                    comparison.lastUpdate,
                    source.takenAt(),
                    null,
                    null)));
        }
        return known
                ? new TableChanges(comparison.content, comparison.keys, comparison.rows, comparison.lastUpdate)
                : TableChanges.unknown(comparison.rows, comparison.lastUpdate);
    }

    private LedgerTable marked(LedgerTable table) {
        TableMark mark = marks.get(table.tableName());
        return mark == null || !mark.isKnown() ? table : table.withMark(mark);
    }

    /** A walk over the ranges of a table in the source and in the ledger. */
    private final class Comparison implements RowMerge.Visitor<LedgerRange> {
        private final TableWriter<LedgerRange> writer = new TableWriter<>(warehouse, SYNC_RANGE);
        private final long tableId;
        private final long width;
        private final boolean writes;
        private final List<Long> differingContent = new ArrayList<>();
        private final List<Long> differingKeys = new ArrayList<>();
        private KeySpans content = KeySpans.NONE;
        private KeySpans keys = KeySpans.NONE;
        private long rows;
        private String lastUpdate;

        private Comparison(long tableId, long width, boolean writes) {
            this.tableId = tableId;
            this.width = width;
            this.writes = writes;
        }

        void run(Iterator<RangeFingerprint> ranges) {
            Key after = null;
            do {
                List<LedgerRange> page = new ArrayList<>();
                while (page.size() < SourceSnapshot.BATCH && ranges.hasNext()) {
                    page.add(noted(ranges.next()));
                }
                Key upTo = ranges.hasNext() ? SYNC_RANGE.keyOf(page.getLast()) : null;
                compare(new Page<>(KeySpans.ofKeys(List.of(tableId).iterator()), after, upTo, page, 0));
                after = upTo;
            } while (after != null);
        }

        private LedgerRange noted(RangeFingerprint range) {
            rows += range.rows();
            if (range.lastUpdate() != null && (lastUpdate == null || range.lastUpdate().compareTo(lastUpdate) > 0)) {
                lastUpdate = range.lastUpdate();
            }
            return LedgerRange.of(tableId, range);
        }

        private void compare(Page<LedgerRange> page) {
            if (writes) {
                writer.level(page, this);
            } else {
                writer.compare(page, this);
            }
            content = content.union(spans(differingContent));
            keys = keys.union(spans(differingKeys));
            differingContent.clear();
            differingKeys.clear();
        }

        private KeySpans spans(List<Long> firsts) {
            return KeySpans.of(firsts.stream()
                    .sorted(Comparator.naturalOrder())
                    .map(first -> new KeySpans.Span(first, first + (width - 1)))
                    .iterator());
        }

        @Override
        public void missing(LedgerRange range) {
            differs(range.firstKey(), true);
        }

        @Override
        public void extra(LedgerRange range) {
            differs(range.firstKey(), true);
        }

        @Override
        public void both(LedgerRange is, LedgerRange was) {
            if (!is.equals(was)) {
                differs(is.firstKey(), is.rows() != was.rows() || !Objects.equals(is.keyContent(), was.keyContent()));
            }
        }

        @Override
        public void duplicate(LedgerRange range) {
            throw new IllegalStateException("The ledger has a range twice: " + range);
        }

        private void differs(long first, boolean hasOtherKeys) {
            differingContent.add(first);
            if (hasOtherKeys) {
                differingKeys.add(first);
            }
        }
    }
}
