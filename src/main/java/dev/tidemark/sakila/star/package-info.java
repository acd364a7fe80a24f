/**
 * The star model: the warehouse's tables as typed tables and records. Knows nothing of the source.
 * Records hold what is written, so their equality is the equality of rows, surrogate keys of their own aside.
 */
package dev.tidemark.sakila.star;
