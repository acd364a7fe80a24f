package dev.tidemark.copy.rows;

import dev.tidemark.copy.state.KnownRow;
import java.util.Arrays;
import java.util.Iterator;

/** Walks through the rows of a table and what the state knows of them, in one pass over both. */
public final class KeyMerge {
    private KeyMerge() {}

    /**
     * Tells {@code visitor} of all rows, in the order of their keys.
     *
     * @param everyRow whether every row counts as changed
     * @param source the rows of the source, in the order of their keys
     * @param known the rows that the state knows, likewise
     */
    public static <K extends KnownRow> void walk(
            RowTyping typing,
            boolean everyRow,
            Iterator<Object[]> source,
            Iterator<K> known,
            Visitor<K> visitor) {
        K old = next(known);
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
                visitor.gone(old);
                old = next(known);
            }
            boolean isKnown = old != null && Arrays.equals(old.sourceKey(), key);
            byte[] hash = typing.hash(row);
            boolean changed = everyRow || !isKnown || !Arrays.equals(hash, old.hash());
            visitor.row(new ReadRow<>(key, hash, row, isKnown ? old : null, changed));
            old = isKnown ? next(known) : old;
            last = key;
        }
        while (old != null) {
            visitor.gone(old);
            old = next(known);
        }
    }

    private static <K> K next(Iterator<K> known) {
        return known.hasNext() ? known.next() : null;
    }

    /**
     * A row of the source.
     *
     * @param key its key
     * @param hash its hash
     * @param stored its stored values
     * @param known what the state knows of the row with its key; null for nothing
     * @param changed whether it is not known to be as it was carried over
     */
    public record ReadRow<K>(byte[] key, byte[] hash, Object[] stored, K known, boolean changed) {}

    /** Takes the rows, with what the state knows of them. */
    public interface Visitor<K> {
        /** The first row with a key. */
        void row(ReadRow<K> row);

        /** One more row with the key of the row before it. */
        void repeated(byte[] key, Object[] row);

        /** A row that the state knows and the source lacks. */
        void gone(K known);
    }
}
