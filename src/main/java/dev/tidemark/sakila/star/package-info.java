/**
 * The star model: the warehouse's tables as typed tables and records. Knows nothing of the source. Records are equal
 * when their written columns are; a row's own surrogate key is not in its record.
 */
package dev.tidemark.sakila.star;
