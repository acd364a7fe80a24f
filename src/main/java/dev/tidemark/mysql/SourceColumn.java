package dev.tidemark.mysql;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column of the source.
 *
 * @param table the table's name
 * @param column the column's name
 * @param type what it holds, such as {@code smallint unsigned}
 */
public record SourceColumn(String table, String column, String type) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(?:tiny|small|medium|big)?int\\b.*");

    public SourceColumn {
        type = type.toLowerCase(Locale.ROOT);
    }

    /** Whether it holds whole numbers, as a key does. */
    public boolean holdsWholeNumbers() {
        return WHOLE_NUMBER.matcher(type).matches();
    }

    /** Whether it holds numbers beyond the largest that has 64 bits with a sign, which is what the warehouse holds. */
    public boolean mayExceedSigned64Bits() {
        return type.startsWith("bigint") && type.contains("unsigned");
    }
}
