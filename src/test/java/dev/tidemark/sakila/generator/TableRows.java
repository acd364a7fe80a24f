package dev.tidemark.sakila.generator;

import java.util.function.IntFunction;

/**
 * The content of a table: any row from its number, which begins with 1 and is the key where the key is one number.
 *
 * @param columns the column names, comma-separated
 * @param values a row's values in the order of the columns
 */
public record TableRows(String table, String columns, int count, IntFunction<Object[]> values) {

    /** Gives a row its shape: {@code row(1, "name", null)}. */
    public static Object[] row(Object... values) {
        return values;
    }
}
