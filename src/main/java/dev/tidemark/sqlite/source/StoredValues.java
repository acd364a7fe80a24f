package dev.tidemark.sqlite.source;

import dev.tidemark.copy.value.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads values as SQLite stores them, whatever type their column is declared with. */
final class StoredValues {
    /** What the driver puts in the place of bytes that are no UTF-8; a text may also have it by right. */
    private static final char REPLACEMENT = '\uFFFD';

    private StoredValues() {}

    /** The value of this column. */
    static Object of(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof String text && text.indexOf(REPLACEMENT) >= 0
                ? StoredText.of(row.getBytes(column))
                : value;
    }
}
