package dev.tidemark.copy.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.state.KeyRange;
import dev.tidemark.copy.state.KnownHash;
import dev.tidemark.copy.state.RangeHash;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.RowKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the rows of a table, the walk over ranges tells of those that changed and of no others. */
class RangeMergeTest {
    private static final CopyTable TABLE = new CopyTable(
            "Word", "word",
            List.of(
                    new CopyColumn("Id", "id", new ColumnType.Whole(Long.MIN_VALUE, Long.MAX_VALUE), "bigint", true, List.of()),
                    new CopyColumn("Text", "text", new ColumnType.Text(100, 400, false), "text", false, List.of())),
            List.of(0), List.of(0), List.of(), List.of(0), OptionalInt.empty(), OptionalInt.empty(), List.of(), null);

    private final TreeMap<Long, String> rows = new TreeMap<>();
    private final Map<Long, String> carried = new HashMap<>();
    private final State state = new State();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsWhatChanged(long seed) {
        Random random = new Random(seed);
        int ids = 1 + random.nextInt(600);
        for (int step = 0; step < 60; step++) {
            for (int change = random.nextInt(1 + random.nextInt(step % 7 == 0 ? 400 : 8)); change > 0; change--) {
                long id = random.nextInt(ids);
                if (random.nextInt(3) == 0) {
                    rows.remove(id);
                } else {
                    rows.put(id, "word " + random.nextInt(3));
                }
            }
            if (random.nextInt(20) == 0) {
                rows.subMap((long) random.nextInt(ids / 2 + 1), (long) ids).clear();
            }
            require(walk(), step);
            refuseSome(random);
        }
    }

    @Test
    void rowsOfAnUnchangedRangeAreNotComparedSingly() {
        for (long id = 0; id < 1_000; id++) {
            rows.put(id, "word");
        }
        walk();
        rows.put(333L, "words");
        Walk walk = walk();
        assertEquals(Set.of(333L), walk.changed);
        assertTrue(walk.compared <= RangeCut.ROWS, () -> walk.compared + " rows were compared");
    }

    private void require(Walk walk, int step) {
        Set<Long> changed = new TreeSet<>();
        rows.forEach((id, text) -> {
            if (!text.equals(carried.get(id))) {
                changed.add(id);
            }
        });
        Set<Long> gone = new TreeSet<>(carried.keySet());
        gone.removeAll(rows.keySet());
        assertEquals(changed, walk.changed, () -> "changed in step " + step);
        assertEquals(gone, walk.gone, () -> "gone in step " + step);
        assertEquals(rows.size(), walk.seen, () -> "seen in step " + step);
        carried.clear();
        carried.putAll(rows);
    }

    // As a load does with rows that the target refuses: they are to be told of again.
    private void refuseSome(Random random) {
        rows.keySet().stream().filter(id -> random.nextInt(300) == 0).forEach(id -> {
            state.hashes.put(key(id), new KnownHash(key(id), null));
            RangeHash range = state.ranges.floorEntry(key(id)).getValue();
            state.ranges.put(range.firstKey(), new RangeHash(range.firstKey(), null));
            carried.put(id, "refused");
        });
    }

    private Walk walk() {
        Walk walk = new Walk();
        new RangeMerge(new RowTyping(TABLE, Set.of()), false, state, walk)
                .walk(rows.entrySet().stream()
                        .map(row -> new Object[] {row.getKey(), row.getValue()})
                        .iterator());
        walk.ranges.forEach(range -> state.ranges.put(range.firstKey(), range));
        walk.hashes.forEach(row -> state.hashes.put(row.sourceKey(), row));
        walk.gone.forEach(id -> state.hashes.remove(key(id)));
        return walk;
    }

    private static byte[] key(long id) {
        return RowKey.of(List.of(id));
    }

    private static long id(byte[] key) {
        return (Long) RowKey.values(key).getFirst();
    }

    private static final class State implements RangeMerge.Known {
        private static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;

        private final TreeMap<byte[], KnownHash> hashes = new TreeMap<>(ORDER);
        private final TreeMap<byte[], RangeHash> ranges = new TreeMap<>(ORDER);

        @Override
        public void ranges(Consumer<Iterator<RangeHash>> reader) {
            reader.accept(ranges.values().iterator());
        }

        @Override
        public void hashes(KeyRange range, Consumer<Iterator<KnownHash>> reader) {
            reader.accept((range.below() == null
                            ? hashes.tailMap(range.from())
                            : hashes.subMap(range.from(), range.below()))
                    .values()
                    .iterator());
        }
    }

    private static final class Walk implements RangeMerge.Visitor {
        private final Set<Long> changed = new TreeSet<>();
        private final Set<Long> gone = new TreeSet<>();
        private final List<KnownHash> hashes = new ArrayList<>();
        private final List<RangeHash> ranges = new ArrayList<>();
        private long seen;
        private long compared;

        @Override
        public void row(KeyMerge.ReadRow<KnownHash> row) {
            seen++;
            compared++;
            if (row.changed()) {
                changed.add(id(row.key()));
                hashes.add(new KnownHash(row.key(), row.hash()));
            }
        }

        @Override
        public void repeated(byte[] key, Object[] row) {
            throw new AssertionError("No key comes twice");
        }

        @Override
        public void gone(KnownHash known) {
            gone.add(id(known.sourceKey()));
        }

        @Override
        public void unchanged(List<Object[]> some) {
            seen += some.size();
        }

        @Override
        public void range(RangeHash range) {
            ranges.add(range);
        }
    }
}
