package dev.tidemark.sql;

import java.util.List;

/**
 * Rows of a table that is known at run time only.
 *
 * @param rows each an array of values in the order of the query's columns
 */
public record RowBlock(List<Object[]> rows) implements Block<Object[]> {}
