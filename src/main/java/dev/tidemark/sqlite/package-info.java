/**
 * The warehouse in a file of SQLite: the file, its schema, transactions, what its failures mean. Whoever opens closes;
 * callers pass functions. Knows no table by name, and nothing of the source.
 */
package dev.tidemark.sqlite;
