package dev.tidemark.copy.rows;

import dev.tidemark.copy.state.KnownHash;
import java.util.Arrays;
import java.util.Iterator;

/** Walks through the rows of a table and what the state knows of them, in one pass over both. */
public final class KeyMerge {
    private KeyMerge() {}

    /**
     * Tells {@code visitor} of all rows, in the order of their keys.
     *
     * @param source the rows of the source, in the order of their keys
     * @param known the hashes of the state, likewise
     */
    public static void walk(
            RowTyping typing, Iterator<Object[]> source, Iterator<KnownHash> known, Visitor visitor) {
        KnownHash old = next(known);
        byte[] last = null;
        while (source.hasNext()) {
            Object[] row = source.next();
            byte[] key = typing.key(row);
            int order = last == null ? -1 : Arrays.compareUnsigned(last, key);
            if (order > 0) {
                throw new IllegalStateException("The source's rows do not come in the order of their keys");
            }
            if (order == 0) {
                visitor.repeated(key, row);
                continue;
            }
            while (old != null && Arrays.compareUnsigned(old.sourceKey(), key) < 0) {
                visitor.gone(old.sourceKey());
                old = next(known);
            }
            boolean isKnown = old != null && Arrays.equals(old.sourceKey(), key);
            visitor.row(key, row, isKnown ? old : null);
            old = isKnown ? next(known) : old;
            last = key;
        }
        while (old != null) {
            visitor.gone(old.sourceKey());
            old = next(known);
        }
    }

    private static KnownHash next(Iterator<KnownHash> known) {
        return known.hasNext() ? known.next() : null;
    }

    /** Takes the rows. */
    public interface Visitor {
        /** A row of the source; {@code known} is null if the state knows none with its key. */
        void row(byte[] key, Object[] row, KnownHash known);

        /** One more row with the key of the row before it. */
        void repeated(byte[] key, Object[] row);

        /** A row that the state knows and the source lacks. */
        void gone(byte[] key);
    }
}
