package dev.tidemark.star.load;

import dev.tidemark.table.Key;
import dev.tidemark.table.RowMerge;
import dev.tidemark.table.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The leading keys of the rows that a load wrote to a table; stands for all keys if there are too many. */
final class WrittenKeys {
    private static final int MOST = 100_000;

    private final List<Long> keys = new ArrayList<>();
    private boolean all;

    /** All keys of the table. */
    static WrittenKeys ofAll() {
        WrittenKeys keys = new WrittenKeys();
        keys.all = true;
        return keys;
    }

    /** Whether every row has to be checked. */
    boolean areAll() {
        return all;
    }

    /** The keys in lists of at most {@code size}. */
    Stream<List<Long>> chunks(int size) {
        return keys.stream().gather(Gatherers.windowFixed(size));
    }

    /** A visitor that notes the rows of {@code table} that are missing or differ. */
    <T> RowMerge.Visitor<T> of(TargetTable<T> table) {
        return new RowMerge.Visitor<>() {
            @Override
            public void missing(T row) {
                note(table.keyOf(row));
            }

            @Override
            public void both(T should, T is) {
                if (!should.equals(is)) {
                    note(table.keyOf(should));
                }
            }
        };
    }

    private void note(Key key) {
        if (keys.size() >= MOST) {
            all = true;
            keys.clear();
        }
        if (!all) {
            keys.add(key.leading());
        }
    }
}
