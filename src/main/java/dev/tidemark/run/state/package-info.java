/**
 * What the star knows of its source since the last run: the states of its tables, and the ledger of the source's content.
 */
package dev.tidemark.run.state;
