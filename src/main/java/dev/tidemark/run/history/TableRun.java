package dev.tidemark.run.history;

/**
 * What a run did with a table that it changed.
 *
 * @param runId the run
 * @param tableName the table
 * @param rows the number of its rows after the run
 * @param rowsInserted rows that were new
 * @param rowsUpdated rows that differed
 * @param rowsDeleted rows that were removed
 */
public record TableRun(
        long runId, String tableName, long rows, long rowsInserted, long rowsUpdated, long rowsDeleted) {}
