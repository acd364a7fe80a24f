package dev.tidemark.table;

import java.io.Serializable;

/**
 * A natural key of one or two whole numbers, ordered as databases order the columns.
 *
 * @param leading the value of the first column
 * @param following the value of the second column; 0 if there is only one
 */
public record Key(long leading, long following) implements Comparable<Key>, Serializable {
    /** The key of one column. */
    public static Key of(long value) {
        return new Key(value, 0);
    }

    /** The key of two columns. */
    public static Key of(long leading, long following) {
        return new Key(leading, following);
    }

    @Override
    public int compareTo(Key other) {
        int byLeading = Long.compare(leading, other.leading);
        return byLeading == 0 ? Long.compare(following, other.following) : byLeading;
    }
}
