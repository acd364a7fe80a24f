package dev.tidemark.sql;

import java.util.List;

/**
 * Rows that MyBatis inserts in one call, by a statement that takes {@link #COUNT} of them at a time.
 *
 * @param rows a multiple of {@link #COUNT}
 * @param <T> the record of a row
 */
public record SeveralRows<T>(List<T> rows) {
    /** How many rows the statement takes. */
    public static final int COUNT = 20;

    public SeveralRows {
        if (rows.size() % COUNT != 0) {
            throw new IllegalArgumentException("Not a multiple of " + COUNT + ": " + rows.size() + " rows");
        }
    }
}
