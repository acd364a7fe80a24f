/**
 * What runs have in common: the history, how far each table is level, the ledger of what the source held, the lock,
 * retries and progress.
 */
package dev.tidemark.run;
