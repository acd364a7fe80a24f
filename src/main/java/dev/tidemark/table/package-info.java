/**
 * Declarations: tables and their columns, keys and sets of keys, how a row of one table leads to a row of another. They
 * are data alone, and know no database and no library.
 */
package dev.tidemark.table;
