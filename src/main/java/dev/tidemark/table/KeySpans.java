package dev.tidemark.table;

import dev.tidemark.failure.TidemarkException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An immutable set of values of a key's leading column, as spans in ascending order, sixteen bytes each. A set of more
 * than {@link #LIMIT} spans becomes {@link #ALL}: reading the whole table is then cheaper than naming its rows, and
 * memory stays bounded.
 */
public final class KeySpans implements Serializable {
    /** The most spans that a set holds; one more makes it {@link #ALL}. */
    public static final int LIMIT = 500_000;

    /** Every key. */
    public static final KeySpans ALL = new KeySpans(List.of(new Span(Long.MIN_VALUE, Long.MAX_VALUE)));

    /** No key. */
    public static final KeySpans NONE = new KeySpans(List.of());

    private final long[] firsts;
    private final long[] lasts;

    private KeySpans(List<Span> spans) {
        this.firsts = spans.stream().mapToLong(Span::first).toArray();
        this.lasts = spans.stream().mapToLong(Span::last).toArray();
    }

    private KeySpans(long[] firsts, long[] lasts) {
        this.firsts = firsts;
        this.lasts = lasts;
    }

    /**
     * Consecutive values.
     *
     * @param first the smallest
     * @param last the largest, not before the first
     */
    public record Span(long first, long last) {
        public Span {
            if (last < first) {
                throw new IllegalArgumentException(last + " is before " + first);
            }
        }

        /** The span of one value. */
        public static Span of(long value) {
            return new Span(value, value);
        }

        /** Whether it has only one value. */
        public boolean isSingle() {
            return first == last;
        }
    }

    /** The set of these spans, whose first values ascend; spans that touch or overlap are joined. */
    public static KeySpans of(Iterator<Span> ascending) {
        Builder builder = new Builder();
        while (ascending.hasNext() && !builder.isFull()) {
            builder.add(ascending.next());
        }
        return builder.build();
    }

    /** The set of these values, in any order and with repetitions; stops reading once there are too many. */
    public static KeySpans ofKeys(Iterator<Long> keys) {
        long[] buffer = new long[64];
        int size = 0;
        while (keys.hasNext()) {
            if (size == buffer.length) {
                if (size >= 2 * LIMIT) {
                    return ALL;
                }
                buffer = Arrays.copyOf(buffer, size * 2);
            }
            Long key = keys.next();
            if (key == null) {
                throw TidemarkException.source(
                        "The key of a row of the source is NULL", "a primary key for that table, which refuses NULL", null);
            }
            buffer[size++] = key;
        }
        Arrays.sort(buffer, 0, size);
        return of(Arrays.stream(buffer, 0, size).mapToObj(Span::of).iterator());
    }

    /** Whether every key is in this set. */
    public boolean isAll() {
        return firsts.length == 1 && firsts[0] == Long.MIN_VALUE && lasts[0] == Long.MAX_VALUE;
    }

    /** Whether there is no key in this set. */
    public boolean isEmpty() {
        return firsts.length == 0;
    }

    /** Whether {@code key} is in this set. */
    public boolean contains(long key) {
        int index = Arrays.binarySearch(firsts, key);
        int span = index >= 0 ? index : -index - 2;
        return span >= 0 && key <= lasts[span];
    }

    /** The keys of both sets. */
    public KeySpans union(KeySpans other) {
        if (isEmpty() || other.isAll()) {
            return other;
        }
        if (other.isEmpty() || isAll()) {
            return this;
        }
        Builder builder = new Builder();
        int left = 0;
        int right = 0;
        while ((left < firsts.length || right < other.firsts.length) && !builder.isFull()) {
            boolean fromLeft = right == other.firsts.length
                    || left < firsts.length && firsts[left] <= other.firsts[right];
            builder.add(fromLeft ? span(left++) : other.span(right++));
        }
        return builder.build();
    }

    /** The spans in ascending order. */
    public Stream<Span> spans() {
        return Stream.iterate(0, index -> index + 1).limit(firsts.length).map(this::span);
    }

    /**
     * This set in pieces, in ascending order.
     *
     * @param mostSpans the most spans in a piece
     * @param mostKeys the most keys in a piece, unless it is a single span
     */
    public Stream<KeySpans> pieces(int mostSpans, long mostKeys) {
        List<KeySpans> pieces = new ArrayList<>();
        int first = 0;
        while (first < firsts.length) {
            int end = first + 1;
            long keys = width(first);
            while (end < firsts.length && end - first < mostSpans && width(end) <= mostKeys - keys) {
                keys += width(end++);
            }
            pieces.add(part(first, end));
            first = end;
        }
        return pieces.stream();
    }

    /**
     * This set in pieces in ascending order, each for one search of an index: a span of many keys by itself, single
     * keys together.
     */
    public Stream<KeySpans> stretches() {
        List<KeySpans> stretches = new ArrayList<>();
        int first = 0;
        while (first < firsts.length) {
            int end = first + 1;
            while (span(first).isSingle() && end < firsts.length && span(end).isSingle()) {
                end++;
            }
            stretches.add(part(first, end));
            first = end;
        }
        return stretches.stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeySpans that && Arrays.equals(firsts, that.firsts) && Arrays.equals(lasts, that.lasts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(firsts) * 31 + Arrays.hashCode(lasts);
    }

    @Override
    public String toString() {
        return isAll() ? "all" : spans().toList().toString();
    }

    private KeySpans part(int first, int end) {
        return new KeySpans(Arrays.copyOfRange(firsts, first, end), Arrays.copyOfRange(lasts, first, end));
    }

    private Span span(int index) {
        return new Span(firsts[index], lasts[index]);
    }

    // The widest spans have more keys than a long can count.
    private long width(int index) {
        long difference = lasts[index] - firsts[index];
        return difference < 0 || difference == Long.MAX_VALUE ? Long.MAX_VALUE : difference + 1;
    }

    private static final class Builder {
        private long[] firsts = new long[16];
        private long[] lasts = new long[16];
        private int size;

        boolean isFull() {
            return size > LIMIT;
        }

        void add(Span span) {
            if (size > 0 && (span.first() <= lasts[size - 1] || span.first() - 1 == lasts[size - 1])) {
                lasts[size - 1] = Math.max(lasts[size - 1], span.last());
                return;
            }
            if (size == firsts.length) {
                firsts = Arrays.copyOf(firsts, size * 2);
                lasts = Arrays.copyOf(lasts, size * 2);
            }
            firsts[size] = span.first();
            lasts[size++] = span.last();
        }

        KeySpans build() {
            if (size == 0) {
                return NONE;
            }
            return isFull() ? ALL : new KeySpans(Arrays.copyOf(firsts, size), Arrays.copyOf(lasts, size));
        }
    }
}
