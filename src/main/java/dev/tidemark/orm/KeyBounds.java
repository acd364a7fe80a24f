package dev.tidemark.orm;

/**
 * The smallest and the largest value of a column.
 *
 * @param first the smallest; null where there is no row
 * @param last the largest; null where there is no row
 */
public record KeyBounds(Long first, Long last) {
    /** The bounds where there is no row. */
    public static final KeyBounds OF_NO_ROW = new KeyBounds(null, null);
}
