/** What changed in the source since the ledger was written, found by content alone. */
package dev.tidemark.star.change;
