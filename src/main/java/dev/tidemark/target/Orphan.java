package dev.tidemark.target;

/**
 * A row that refers to one that is not there.
 *
 * @param table the table of the row
 * @param row the number of the row; 0 where rows have none
 * @param parent the table that lacks a row
 */
public record Orphan(String table, long row, String parent) {}
