package dev.tidemark.sql;

import java.util.List;

/**
 * Rows of a declared table. MyBatis makes a block by reflection: if it were not public, each would cost an exception.
 *
 * @param rows the records
 * @param <R> the record of a row
 */
public record RecordBlock<R>(List<R> rows) implements Block<R> {}
