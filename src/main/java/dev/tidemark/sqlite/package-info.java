/**
 * The target in a file of SQLite: the file, its schema, transactions, what its failures mean. Knows no table by name,
 * and nothing of the source.
 */
package dev.tidemark.sqlite;
