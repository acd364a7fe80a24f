package dev.tidemark.engine;

import dev.tidemark.books.Counts;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.TargetTable;
import java.util.stream.LongStream;

/**
 * Compares every row of both sides, whatever its timestamp says, and writes exactly those that differ. Finds what no
 * timestamp shows: rows that were rewritten with an old one, and rows of the warehouse that someone else changed.
 */
record DeepComparison() implements LoadStrategy {
    @Override
    public Counts load(Load load, SourceSync<?, ?> sync) {
        Differences<?> differences = load.differences(sync);
        Counts repaired = load.upsert(sync, differences.toWrite());
        long unchanged = differences.sourceRows() - repaired.inserted() - repaired.updated();
        return new Counts(differences.sourceRows(), repaired.inserted(), repaired.updated(), 0, unchanged);
    }

    /**
     * Collects the keys of the rows that differ.
     *
     * @param <T> the record of a row
     */
    static final class Differences<T> implements RowMerge.Visitor<T> {
        private final TargetTable<T> table;
        private final LongStream.Builder write = LongStream.builder();
        private final LongStream.Builder vanished = LongStream.builder();
        private long sourceRows;

        Differences(TargetTable<T> table) {
            this.table = table;
        }

        @Override
        public void missing(T row) {
            sourceRows++;
            write.add(key(row));
        }

        @Override
        public void extra(T row) {
            vanished.add(key(row));
        }

        @Override
        public void both(T there, T here) {
            sourceRows++;
            if (!there.equals(here)) {
                write.add(key(there));
            }
        }

        // Its key is unique by an index, so this is a damaged file; the check of keys after the load refuses it.
        @Override
        public void duplicate(T row) {
            write.add(key(row));
        }

        KeySet toWrite() {
            return KeySet.collect(write.build().iterator());
        }

        KeySet vanished() {
            return KeySet.exactly(vanished.build().toArray());
        }

        long sourceRows() {
            return sourceRows;
        }

        private long key(T row) {
            return table.keyOf().applyAsLong(row);
        }
    }
}
