package dev.tidemark.source;

/**
 * A column of the source that is the first column of an index.
 *
 * @param table the table's name
 * @param column the column's name
 */
public record SourceColumnIndex(String table, String column) {}
