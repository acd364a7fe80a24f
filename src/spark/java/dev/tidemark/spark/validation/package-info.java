/**
 * Compares a lake with the source and changes no row of either. Tasks read parts of a table on both sides, each over a
 * connection of its own, and compare the rows that a load would write.
 */
package dev.tidemark.spark.validation;
