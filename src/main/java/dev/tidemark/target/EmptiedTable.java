package dev.tidemark.target;

/**
 * An emptied table, ready for new rows.
 *
 * @param rowsBefore how many rows it had
 * @param completion completes the table after the inserts, such as with indexes; this takes long
 */
public record EmptiedTable(long rowsBefore, Runnable completion) {}
