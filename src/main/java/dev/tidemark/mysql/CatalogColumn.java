package dev.tidemark.mysql;

import dev.tidemark.source.SourceColumn;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column as the catalogue lists it.
 *
 * @param table the table's name
 * @param column the column's name
 * @param type such as {@code smallint unsigned}
 */
public record CatalogColumn(String table, String column, String type) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(?:tiny|small|medium|big)?int\\b.*");

    /** The column, described by its type. */
    SourceColumn described() {
        String lower = type.toLowerCase(Locale.ROOT);
        return new SourceColumn(
                table,
                column,
                lower,
                WHOLE_NUMBER.matcher(lower).matches(),
                lower.startsWith("bigint") && lower.contains("unsigned"));
    }
}
