package dev.tidemark.table;

/**
 * A column of a table.
 *
 * @param table the table
 * @param name the column's name
 * @param type what it holds
 * @param <C> the Java type of its values, such as {@code Long}
 */
public record Column<C>(Table<?> table, String name, Type type) {
    /** What a column can hold. Any of them may be NULL. */
    public enum Type {
        /** Whole numbers of 64 bits with a sign. */
        NUMBER,
        /** Whole numbers of 32 bits with a sign. */
        SMALL_NUMBER,
        DECIMAL,
        TEXT,
        TRUTH,
        /** Date and time, UTC. */
        TIME,
        /** A day, written as a text YYYY-MM-DD. */
        DAY,
        /** An amount of money in cents, a whole number. */
        CENTS
    }

    /** The table's and the column's name, for messages. */
    @Override
    public String toString() {
        return table.name() + "." + name;
    }
}
