package dev.tidemark.database;

/**
 * A column of the source.
 *
 * @param table the table's name
 * @param column the column's name
 */
public record SourceColumn(String table, String column) {}
