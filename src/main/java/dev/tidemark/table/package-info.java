/**
 * Declarations: tables and their columns, keys and sets of keys, paths from a row of one table to a row of another.
 * They are only data, and know no database and no library. A walk over rows in the order of their keys goes with them.
 */
package dev.tidemark.table;
