package dev.tidemark.star.change;

import dev.tidemark.run.state.Ledger;
import dev.tidemark.run.state.SourceRecord;
import dev.tidemark.run.state.TableRecord;
import dev.tidemark.source.FingerprintedTable;
import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.TableMark;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.SourceTable;
import dev.tidemark.target.TargetSession;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds changes in the source since the ledger was written, by content alone. The source computes the fingerprints of a
 * table in one pass, when the table is first asked for; an untouched table is not read. Differences are written to the
 * ledger at once, and commit with the transaction.
 */
public final class SourceChanges {
    /** The number of rows of a table that was not read. */
    private static final long NOT_COUNTED = -1;

    /** With more ranges than this, comparing the whole table again is quicker. */
    private static final long MOST_DOUBTS = 10_000;

    private final Snapshot source;
    private final TargetSession target;
    private final Ledger ledger;
    private final SourceRecord now;
    private final Optional<SourceRecord> before;
    private final Map<String, FingerprintedTable> tables;
    private final Predicate<FingerprintedTable> isKept;
    private final Map<String, TableMark> marks;
    private final Map<String, TableChanges> changes = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private boolean trustsMarks = true;

    /**
     * The changes between the ledger and a snapshot.
     *
     * @param tables the tables to fingerprint, by name
     * @param now the source as it is now
     * @param isKept whether to update the ledger for a table
     */
    public SourceChanges(
            Snapshot source,
            TargetSession target,
            Map<String, FingerprintedTable> tables,
            SourceRecord now,
            Predicate<FingerprintedTable> isKept) {
        this.source = source;
        this.target = target;
        this.ledger = new Ledger(target);
        this.tables = tables;
        this.now = now;
        this.before = ledger.source();
        this.isKept = isKept;
        this.marks = source.marks().stream().collect(Collectors.toMap(TableMark::table, Function.identity()));
    }

    /** Reads also tables that have not changed according to the server, except those that were asked for before. */
    public void distrustMarks() {
        trustsMarks = false;
    }

    /** A note if the ledger describes another source, or the same source under another name; else empty. */
    public Optional<String> noteOfAnotherSource() {
        return before.flatMap(now::noteOfAnother);
    }

    /** The differences of {@code table} from the ledger; asks the source only once. */
    public TableChanges of(SourceTable<?> table) {
        return of(tables.get(table.name()));
    }

    /**
     * Leading keys of the rows of {@code sync} that may be stale: their source rows changed, or rows they depend on.
     */
    public KeySpans staleRows(SourceSync<?, ?> sync) {
        return StaleRows.of(sync, source, this::of);
    }

    /** Compares every table that was not compared yet. */
    public void complete() {
        tables.values().forEach(this::of);
    }

    /** Reads the fingerprints of {@code table} from the source only: the target may be busy meanwhile. */
    public HeldFingerprints fingerprints(SourceTable<?> table) {
        return source.fingerprints(tables.get(table.name()), HeldFingerprints::of);
    }

    /** Compares the result of {@link #fingerprints}, so that the source need not be asked again. */
    public void take(SourceTable<?> table, HeldFingerprints found) {
        changes.put(table.name(), compared(tables.get(table.name()), found.iterator()));
    }

    /** Whether the ledger is updated for all tables that rows of {@code sync} are made from. */
    public boolean isKept(SourceSync<?, ?> sync) {
        return sync.sourceTables().allMatch(table -> isKept.test(tables.get(table.name())));
    }

    /**
     * Makes the next run compare these rows of {@code sync} again, because they show a state that the ledger lacks. If
     * the source went back to the ledger's state, the run would otherwise find no change.
     */
    public void doubt(SourceSync<?, ?> sync, KeySpans rows) {
        FingerprintedTable table = tables.get(sync.source().name());
        known(table).ifPresent(kept -> ranges(rows, table.table().rangeWidth())
                .ifPresentOrElse(ranges -> ledger.doubt(kept, ranges), () -> ledger.forget(kept)));
    }

    /** Stores the record of the source, with which the next run compares it. */
    public void keepSource() {
        if (!isContinued()) {
            // A later run could take tables that were not read in this run for untouched.
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
        Optional<TableRecord> kept = known(table);
        if (kept.isPresent() && isUntouched(table, kept.get())) {
            return TableChanges.none(kept.get().rows(), kept.get().lastUpdate());
        }
        if (kept.isEmpty() && !isKept.test(table)) {
            return TableChanges.unknown(NOT_COUNTED, null);
        }
        return source.fingerprints(table, ranges -> compared(table, ranges));
    }

    private Optional<TableRecord> known(FingerprintedTable table) {
        return ledger.table(table.name()).filter(kept -> kept.description().equals(table.description()));
    }

    private boolean isUntouched(FingerprintedTable table, TableRecord kept) {
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
        boolean keeps = isKept.test(table);
        long id = ledger.idOf(table.name());
        TableChanges found = new RangeComparison(target, id, table.table().rangeWidth(), keeps).of(ranges);
        if (keeps) {
            written.add(table.name());
            ledger.write(marked(new TableRecord(
                    id,
                    table.name(),
                    table.description(),
                    found.rows(),
                    found.lastUpdate(),
                    source.takenAt(),
                    null,
                    null)));
        }
        return known ? found : TableChanges.unknown(found.rows(), found.lastUpdate());
    }

    private TableRecord marked(TableRecord table) {
        TableMark mark = marks.get(table.tableName());
        return mark == null ? table : table.withMark(mark);
    }

    // The first values of the ranges of these rows; empty if there are too many.
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
}
