/**
 * Translates declared tables to MyBatis and its DSL: conditions, joins, the one reader of rows, the upsert, times as
 * text. Serves the adapters of both sides; knows no table by name and opens no connection.
 */
package dev.tidemark.sql;
