package dev.tidemark.sqlite;

/**
 * A row that refers to one that is not there.
 *
 * @param table the table of the row
 * @param row SQLite's number of the row; 0 in a table without
 * @param parent the table that lacks a row
 */
public record Orphan(String table, long row, String parent) {}
