package dev.tidemark.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;

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
        NUMBER(Long.class),
        /** Whole numbers of 32 bits with a sign. */
        SMALL_NUMBER(Integer.class),
        DECIMAL(BigDecimal.class),
        TEXT(String.class),
        TRUTH(Boolean.class),
        /** Date and time, UTC. */
        TIME(LocalDateTime.class),
        /** A day, written as a text YYYY-MM-DD. */
        DAY(String.class),
        /** An amount of money in cents, a whole number. */
        CENTS(Long.class);

        private final Class<?> valueType;

        Type(Class<?> valueType) {
            this.valueType = valueType;
        }

        /** The Java type of a value. */
        public Class<?> valueType() {
            return valueType;
        }
    }

    /** The table's and the column's name, for messages. */
    @Override
    public String toString() {
        return table.name() + "." + name;
    }
}
