package dev.tidemark.star.load;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A table and the number of its rows.
 *
 * @param table the table's name
 * @param rows the number of its rows
 */
@Serdeable
public record TableRows(String table, long rows) {}
