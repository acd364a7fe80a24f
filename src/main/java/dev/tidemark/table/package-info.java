/**
 * Declarations: tables and their columns, keys and sets of keys, paths from a row of one table to a row of another.
 * They are only data, and know no database and no library.
 */
package dev.tidemark.table;
