package dev.tidemark.copy.rows;

import dev.tidemark.copy.state.RangeHash;
import dev.tidemark.copy.value.RowHash;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Consumer;

/** Passes rows on, which are in the order of their keys, and cuts them into ranges of {@value #ROWS} on the way. */
final class RangeCut implements Iterator<Object[]> {
    static final int ROWS = 50;

    private final RowTyping typing;
    private final Iterator<Object[]> rows;
    private final Consumer<RangeHash> ranges;
    private final RowHash hash = new RowHash();
    private byte[] firstKey;
    private Object[] last;
    private int count;
    private boolean done;

    /**
     * Passes on the rows of {@code rows}.
     *
     * @param from where the first range begins
     * @param ranges takes each range after its last row; at least one
     */
    RangeCut(RowTyping typing, byte[] from, Iterator<Object[]> rows, Consumer<RangeHash> ranges) {
        this.typing = typing;
        this.firstKey = from;
        this.rows = rows;
        this.ranges = ranges;
    }

    @Override
    public boolean hasNext() {
        boolean more = rows.hasNext();
        if (!more && !done) {
            done = true;
            cut();
        }
        return more;
    }

    @Override
    public Object[] next() {
        Object[] row = rows.next();
        if (count >= ROWS) {
            byte[] key = typing.key(row);
            // Rows that share a key stay together.
            if (!Arrays.equals(key, typing.key(last))) {
                cut();
                firstKey = key;
            }
        }
        hash.add(row);
        count++;
        last = row;
        return row;
    }

    private void cut() {
        ranges.accept(new RangeHash(firstKey, hash.ofRows()));
        count = 0;
    }
}
