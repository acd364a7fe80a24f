package dev.tidemark.target;

/**
 * A table that was emptied and waits for rows.
 *
 * @param rowsBefore how many rows it had
 * @param completion gives the table what it needs once its rows are there, such as indexes; this takes long
 */
public record EmptiedTable(long rowsBefore, Runnable completion) {}
