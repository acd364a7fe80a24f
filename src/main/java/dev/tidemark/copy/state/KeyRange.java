package dev.tidemark.copy.state;

/**
 * Keys of a table's rows, as {@link dev.tidemark.copy.value.RowKey} encodes them.
 *
 * @param from the first key that belongs to the range
 * @param below the first key beyond it; null if there is none
 */
public record KeyRange(byte[] from, byte[] below) {
    /** All keys of a table: no key is empty, and none comes before an empty one. */
    public static final KeyRange ALL = new KeyRange(new byte[0], null);
}
