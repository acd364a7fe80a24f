package dev.tidemark.spark.validation;

import dev.tidemark.run.state.SyncState;
import dev.tidemark.run.state.TableRecord;
import dev.tidemark.source.FingerprintedTable;
import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.source.Snapshot;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.LakeRow;
import dev.tidemark.spark.lake.LakeRows;
import dev.tidemark.spark.lake.LakeTable;
import dev.tidemark.spark.lake.RangeFiles;
import dev.tidemark.spark.lake.SourceState;
import dev.tidemark.spark.load.RangeDifferences;
import dev.tidemark.spark.load.StarPlan;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.rows.MappedRows;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.RowMerge;
import dev.tidemark.table.TargetTable;
import dev.tidemark.validation.RowComparison;
import dev.tidemark.validation.RowDifference.ColumnDifference;
import dev.tidemark.validation.RowDifference;
import dev.tidemark.validation.TableCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares the rows of a part. A row that differs is pending if the range of its key has other fingerprints in this
 * snapshot than in the lake, or if rows that it depends on had changed in the snapshot of the driver, from which the
 * lookups are; else it is wrong.
 *
 * @param lake the folder of the lake
 * @param source a snapshot of the task's own
 * @param sides what all tasks know
 */
record PartComparison(LakeFolder lake, Snapshot source, Sides sides) {
    private static final int SPANS_A_QUERY = 200;

    /** Compares {@code part} of the table of {@code sync}. */
    <S, T> TableCheck check(SourceSync<S, T> sync, Part part) {
        TargetTable<T> table = sync.target();
        List<LakeRow<T>> found = found(sync, part);
        List<T> here = found.stream().map(LakeRow::row).toList();
        List<T> there = mapped(sync, part);
        Differences<T> differences = new Differences<>(table);
        RowMerge.walk(table, there.iterator(), here.iterator(), differences);
        KeySpans pending = differences.keys.isEmpty() ? KeySpans.NONE : pending(sync, differences.keys);
        RowComparison<T> comparison =
                new RowComparison<>(table, Optional.of(state(sync)), key -> pending.contains(key.leading()));
        comparison.compare(there.iterator(), here.iterator());
        return comparison.result()
                .describedIn(difference -> inLake(StarPlan.lakeTable(table), difference))
                .plusDifferent(misnumbered(table, found, differences.equal));
    }

    private static ColumnDifference inLake(LakeTable<?> table, ColumnDifference difference) {
        return new ColumnDifference(
                table.nameOf(difference.column()),
                table.shown(difference.column(), difference.source()),
                table.shown(difference.column(), difference.warehouse()));
    }

    /** The state of the table that the lake shows. */
    private SyncState state(SourceSync<?, ?> sync) {
        TableRecord record = sides.states().get(sync.source().name()).table();
        return new SyncState(sync.name(), record.snapshotAt(), record.lastUpdate(), record.rows(), null);
    }

    // A file may have rows in any order: somebody may have changed it.
    private <T> List<LakeRow<T>> found(SourceSync<?, T> sync, Part part) {
        LakeRows<T> rows = new LakeRows<>(lake, StarPlan.lakeTable(sync.target()));
        List<LakeRow<T>> found = new ArrayList<>();
        sides.files().get(sync.name()).stream()
                .filter(file -> part.mayBeIn(sync, file))
                .forEach(file -> rows.read(file, part.ofLake(sync), found::add));
        found.sort(Comparator.comparing(row -> sync.target().keyOf(row.row())));
        return found;
    }

    private <S, T> List<T> mapped(SourceSync<S, T> sync, Part part) {
        Function<S, Optional<T>> mapping = MappedRows.mapping(sync, sides.lookups());
        Function<Iterator<S>, List<T>> reader = rows -> {
            List<T> all = new ArrayList<>();
            rows.forEachRemaining(row -> mapping.apply(row).ifPresent(all::add));
            return all;
        };
        return part.period() == null
                ? source.rows(sync.source(), part.keys(), reader)
                : source.rows(sync.source(), sync.factDate().orElseThrow().ofSource(part.period()), reader);
    }

    private KeySpans pending(SourceSync<?, ?> sync, List<Long> keys) {
        KeySpans stale = sides.stale().get(sync.name());
        if (stale.isAll()) {
            return stale;
        }
        long width = sync.source().rangeWidth();
        SourceState state = sides.states().get(sync.source().name());
        FingerprintedTable table = StarPlan.fingerprintedTables().get(sync.source().name());
        KeySpans ranges = KeySpans.of(keys.stream()
                .map(key -> key & -width)
                .distinct()
                .sorted()
                .map(first -> new KeySpans.Span(first, first + (width - 1)))
                .iterator());
        HeldFingerprints known = new RangeFiles(lake).read(state);
        return ranges.pieces(SPANS_A_QUERY, Long.MAX_VALUE)
                .map(piece -> RangeDifferences.between(
                        within(piece, known), source.fingerprints(table, piece, HeldFingerprints::of), width))
                .map(RangeDifferences::content)
                .reduce(stale, KeySpans::union);
    }

    private static HeldFingerprints within(KeySpans keys, HeldFingerprints all) {
        Iterator<RangeFingerprint> ranges = all.iterator();
        return HeldFingerprints.of(Stream.iterate(ranges, Iterator::hasNext, same -> same)
                .map(Iterator::next)
                .filter(range -> keys.contains(range.firstKey()))
                .iterator());
    }

    // References are by surrogate key, so a row with another one than it should have is a wrong row.
    private static <T> List<RowDifference> misnumbered(
            TargetTable<T> table, List<LakeRow<T>> found, Set<Key> equal) {
        if (table.surrogateKey().isEmpty()) {
            return List.of();
        }
        String column = table.requiredSurrogateKey().name();
        return found.stream()
                .filter(row -> equal.contains(table.keyOf(row.row())))
                .filter(row -> !Long.valueOf(table.keyOf(row.row()).leading()).equals(row.surrogateKey()))
                .map(row -> {
                    Key key = table.keyOf(row.row());
                    return new RowDifference(
                            RowDifference.Kind.DIFFERENT,
                            table.key().describe(key),
                            List.of(new ColumnDifference(
                                    column,
                                    Long.toString(key.leading()),
                                    row.surrogateKey() == null ? null : row.surrogateKey().toString())));
                })
                .toList();
    }

    /** Notes which rows differ. */
    private static final class Differences<T> implements RowMerge.Visitor<T> {
        private final TargetTable<T> table;
        private final List<Long> keys = new ArrayList<>();
        private final Set<Key> equal = new HashSet<>();

        private Differences(TargetTable<T> table) {
            this.table = table;
        }

        @Override
        public void missing(T row) {
            keys.add(table.keyOf(row).leading());
        }

        @Override
        public void extra(T row) {
            keys.add(table.keyOf(row).leading());
        }

        @Override
        public void both(T there, T here) {
            if (there.equals(here)) {
                equal.add(table.keyOf(here));
            } else {
                keys.add(table.keyOf(there).leading());
            }
        }
    }
}
