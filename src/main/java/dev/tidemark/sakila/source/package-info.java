/**
 * The source model: Sakila's tables as typed tables and records. Knows nothing of the warehouse.
 * Dates and times are UTC and may be null where MySQL holds a date that is none, such as 0000-00-00.
 */
package dev.tidemark.sakila.source;
