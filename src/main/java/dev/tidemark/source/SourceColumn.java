package dev.tidemark.source;

/**
 * A column of the source.
 *
 * @param table the table's name
 * @param name the column's name
 * @param type its type as the database writes it, such as {@code smallint unsigned}
 * @param holdsWholeNumbers whether it holds whole numbers, as a key does
 * @param mayExceedSigned64Bits whether it may hold numbers that are too large for 64 bits with a sign
 */
public record SourceColumn(
        String table, String name, String type, boolean holdsWholeNumbers, boolean mayExceedSigned64Bits) {}
