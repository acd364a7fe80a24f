package dev.tidemark.sql;

import java.util.List;

/**
 * Some rows of a query that follow each other. To MyBatis they are one result, because it does more for each result than
 * it takes to read a row.
 *
 * @param rows the rows, each an array of values in the order of the query's columns
 */
public record RowBlock(List<Object[]> rows) {}
