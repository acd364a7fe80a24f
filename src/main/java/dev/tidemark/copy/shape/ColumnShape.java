package dev.tidemark.copy.shape;

/**
 * A column as its database describes it.
 *
 * @param name its name
 * @param type its type as the database writes it, such as {@code NUMERIC(10,2)}; may be empty in SQLite
 * @param required whether it is declared NOT NULL, or part of a primary key that implies it
 * @param origin where the values of new rows come from
 * @param defaultText the default as the database writes it; null for none
 */
public record ColumnShape(String name, String type, boolean required, Origin origin, String defaultText) {
    /** Where the values of new rows come from. */
    public enum Origin {
        /** From who inserts the row. */
        GIVEN,
        /** The database gives a number where the row has none: an identity column, AUTO_INCREMENT, a rowid. */
        NUMBERED,
        /** The database always gives a number and refuses another, unless told otherwise: GENERATED ALWAYS AS IDENTITY. */
        ALWAYS_NUMBERED,
        /** The database computes it from other columns, and refuses any other value. */
        COMPUTED
    }
}
