/**
 * The source model: Sakila's tables as typed tables and records. Knows nothing of the warehouse. Dates and times are
 * UTC, and null where MySQL holds an invalid date such as 0000-00-00.
 */
package dev.tidemark.sakila.source;
