/**
 * What typed tables need beyond MyBatis Dynamic SQL: keys as numbers, source rows, target tables, SQLite's upsert.
 * Knows MyBatis and its DSL; knows no table by name and opens no connection.
 */
package dev.tidemark.orm;
