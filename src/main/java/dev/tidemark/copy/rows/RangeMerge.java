package dev.tidemark.copy.rows;

import dev.tidemark.copy.state.KeyRange;
import dev.tidemark.copy.state.KnownHash;
import dev.tidemark.copy.state.RangeHash;
import dev.tidemark.copy.value.RowHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Walks through the rows of a table and what the state knows of them, range by range. If the rows of a range still have
 * its hash, none of them changed. Otherwise they are compared singly, by {@link KeyMerge}, and cut into ranges anew.
 */
public final class RangeMerge {
    private final RowTyping typing;
    private final boolean everyRow;
    private final Known known;
    private final Visitor visitor;
    private final RowHash hash = new RowHash();

    /**
     * A walk that tells {@code visitor} of all rows, in the order of their keys.
     *
     * @param everyRow whether every row counts as changed
     */
    public RangeMerge(RowTyping typing, boolean everyRow, Known known, Visitor visitor) {
        this.typing = typing;
        this.everyRow = everyRow;
        this.known = known;
        this.visitor = visitor;
    }

    /** Walks through these rows of the source, which are in the order of their keys. */
    public void walk(Iterator<Object[]> source) {
        if (everyRow) {
            compareSingly(KeyRange.ALL, source);
            return;
        }
        RowsBelow rows = new RowsBelow(typing, source);
        known.ranges(ranges -> {
            RangeHash range = ranges.hasNext() ? ranges.next() : new RangeHash(KeyRange.ALL.from(), null);
            while (range != null) {
                RangeHash after = ranges.hasNext() ? ranges.next() : null;
                rows.stopAt(after == null ? null : after.firstKey());
                compare(range, rows);
                range = after;
            }
        });
    }

    private void compare(RangeHash range, RowsBelow rows) {
        List<Object[]> read = new ArrayList<>();
        if (range.hash() != null) {
            // A range that has grown was changed: the rest of it need not wait in memory.
            while (rows.hasNext() && read.size() < 2 * RangeCut.ROWS) {
                Object[] row = rows.next();
                hash.add(row);
                read.add(row);
            }
            if (Arrays.equals(hash.ofRows(), range.hash()) && !rows.hasNext()) {
                visitor.unchanged(read);
                return;
            }
        }
        compareSingly(
                new KeyRange(range.firstKey(), rows.end()),
                Stream.concat(read.stream(), SourceRows.stream(rows)).iterator());
    }

    private void compareSingly(KeyRange range, Iterator<Object[]> rows) {
        RangeCut cut = new RangeCut(typing, range.from(), rows, visitor::range);
        known.hashes(range, hashes -> KeyMerge.walk(typing, everyRow, cut, hashes, visitor));
    }

    /** What the state knows of the rows of a table. */
    public interface Known {
        /** Calls {@code reader} with the ranges, in the order of their keys. */
        void ranges(Consumer<Iterator<RangeHash>> reader);

        /** Calls {@code reader} with the hashes of the rows in a range, in the order of their keys. */
        void hashes(KeyRange range, Consumer<Iterator<KnownHash>> reader);
    }

    /** Takes the rows and the new ranges. */
    public interface Visitor extends KeyMerge.Visitor<KnownHash> {
        /** Rows that are as they were. */
        void unchanged(List<Object[]> rows);

        /** A range whose rows were compared singly. */
        void range(RangeHash range);
    }
}
