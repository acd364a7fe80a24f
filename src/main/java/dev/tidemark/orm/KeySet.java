package dev.tidemark.orm;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An immutable set of row keys in ascending order, eight bytes a key. Past {@link #LIMIT} keys a set becomes
 * {@link #ALL}: reading the whole table is then cheaper than naming its rows, and memory stays bounded.
 */
public final class KeySet {
    /** The most keys a set holds; one more makes it {@link #ALL}. */
    public static final int LIMIT = 1_000_000;

    /** Every row of the table, whatever its key. */
    public static final KeySet ALL = new KeySet(new long[0], true);

    private static final KeySet NONE = new KeySet(new long[0], false);

    private final long[] keys;
    private final boolean all;

    private KeySet(long[] keys, boolean all) {
        this.keys = keys;
        this.all = all;
    }

    /** The set without a key. */
    public static KeySet none() {
        return NONE;
    }

    /** The set of these keys, in any order and with repetitions. */
    public static KeySet of(long... keys) {
        return collect(Arrays.stream(keys).iterator());
    }

    /** The set of the keys that {@code source} yields; stops reading once there are more than {@link #LIMIT}. */
    public static KeySet collect(Iterator<Long> source) {
        long[] buffer = new long[64];
        int size = 0;
        while (source.hasNext()) {
            if (size == buffer.length) {
                if (size >= LIMIT) {
                    return ALL;
                }
                buffer = Arrays.copyOf(buffer, Math.min(LIMIT, size * 2));
            }
            buffer[size++] = source instanceof PrimitiveIterator.OfLong numbers ? numbers.nextLong() : source.next();
        }
        Arrays.sort(buffer, 0, size);
        int distinct = 0;
        for (int index = 0; index < size; index++) {
            if (distinct == 0 || buffer[distinct - 1] != buffer[index]) {
                buffer[distinct++] = buffer[index];
            }
        }
        return ofSorted(Arrays.copyOf(buffer, distinct));
    }

    /** The set of exactly these ascending, distinct keys, however many: where "every row" would be too many. */
    public static KeySet exactly(long[] ascending) {
        return ofSorted(ascending);
    }

    private static KeySet ofSorted(long[] keys) {
        return keys.length == 0 ? NONE : new KeySet(keys, false);
    }

    /** Whether this set stands for every row of the table. */
    public boolean isAll() {
        return all;
    }

    /** Whether there is no key in this set. */
    public boolean isEmpty() {
        return !all && keys.length == 0;
    }

    /** The number of keys; 0 for {@link #ALL}, which has none of its own. */
    public int size() {
        return keys.length;
    }

    /** Whether {@code key} is in this set. */
    public boolean contains(long key) {
        return all || Arrays.binarySearch(keys, key) >= 0;
    }

    /** The keys of both sets. */
    public KeySet union(KeySet other) {
        if (all || other.all) {
            return ALL;
        }
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        return collect(LongStream.concat(stream(), other.stream()).iterator());
    }

    /** The keys of this set that are not in {@code other}. */
    public KeySet minus(KeySet other) {
        return other.isEmpty() ? this : ofSorted(stream().filter(key -> !other.contains(key)).toArray());
    }

    /** The keys in ascending order; none for {@link #ALL}. */
    public LongStream stream() {
        return Arrays.stream(keys);
    }

    /** The keys in ascending order, {@code size} a list and fewer in the last. */
    public Stream<List<Long>> chunks(int size) {
        int count = (keys.length + size - 1) / size;
        return Stream.iterate(0, index -> index + 1)
                .limit(count)
                .map(index -> Arrays.stream(keys, index * size, Math.min(keys.length, (index + 1) * size))
                        .boxed()
                        .toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeySet that && all == that.all && Arrays.equals(keys, that.keys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys);
    }

    @Override
    public String toString() {
        return all ? "all" : Arrays.toString(keys);
    }
}
