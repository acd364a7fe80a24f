/**
 * The target in a SQLite file: the file, its schema, transactions, explanations of failures. Knows no table by name,
 * and nothing of the source.
 */
package dev.tidemark.sqlite;
