/**
 * What both databases share: typed tables and columns, keys, the one reader of rows, the upsert, times as text. Knows
 * MyBatis and its DSL; knows no table by name and opens no connection.
 */
package dev.tidemark.sql;
