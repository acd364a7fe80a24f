/**
 * The parts that all runs share: the history, the states of the tables, the ledger of the source's content, the lock,
 * retries and progress.
 */
package dev.tidemark.run;
