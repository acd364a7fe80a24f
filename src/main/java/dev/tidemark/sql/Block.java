package dev.tidemark.sql;

import java.util.List;

/**
 * Some rows of a query that follow each other. To MyBatis they are one result, because it does more for each result than
 * it takes to read a row.
 *
 * @param <R> what a row is read as
 */
sealed interface Block<R> permits RowBlock, RecordBlock {
    /** The rows. */
    List<R> rows();
}
