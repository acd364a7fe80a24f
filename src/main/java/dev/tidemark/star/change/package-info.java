/** Finds changes in the source since the ledger was written, by content alone. */
package dev.tidemark.star.change;
