package dev.tidemark.sql;

import java.util.List;

/**
 * Rows that one statement inserts together: MyBatis then has a twentieth of the work.
 *
 * @param rows exactly {@link #COUNT} of them
 * @param <T> the record of a row
 */
public record SeveralRows<T>(List<T> rows) {
    /** How many rows the statement takes; batches are a multiple of it. */
    public static final int COUNT = 20;

    public SeveralRows {
        if (rows.size() != COUNT) {
            throw new IllegalArgumentException("The statement takes " + COUNT + " rows, not " + rows.size());
        }
    }
}
