package dev.tidemark.target;

/**
 * A row that refers to a missing row.
 *
 * @param table the table of the row
 * @param row the number of the row; 0 if rows have none
 * @param parent the table of the missing row
 */
public record Orphan(String table, long row, String parent) {}
