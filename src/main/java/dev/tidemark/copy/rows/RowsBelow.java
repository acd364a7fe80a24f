package dev.tidemark.copy.rows;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a table, in the order of their keys, up to a key that moves on. */
final class RowsBelow implements Iterator<Object[]> {
    private final RowTyping typing;
    private final Iterator<Object[]> rows;
    private Object[] next;
    private byte[] nextKey;
    private byte[] end;

    /** Gives the rows of {@code rows}. */
    RowsBelow(RowTyping typing, Iterator<Object[]> rows) {
        this.typing = typing;
        this.rows = rows;
    }

    /** Ends before the rows with this key; null for no end. */
    void stopAt(byte[] key) {
        end = key;
    }

    /** The key before which it ends; null for no end. */
    byte[] end() {
        return end;
    }

    @Override
    public boolean hasNext() {
        if (next == null && rows.hasNext()) {
            next = rows.next();
            nextKey = typing.key(next);
        }
        return next != null && (end == null || Arrays.compareUnsigned(nextKey, end) < 0);
    }

    @Override
    public Object[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object[] row = next;
        next = null;
        return row;
    }
}
