package dev.tidemark.sql;

import java.util.List;

/**
 * Rows of a declared table. MyBatis makes a block by reflection.
 *
 * @param rows the records
 * @param <R> the record of a row
 */
record RecordBlock<R>(List<R> rows) implements Block<R> {}
