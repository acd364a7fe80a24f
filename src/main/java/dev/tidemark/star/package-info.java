/**
 * The sync engine: order, snapshot, changes by content, batches, transaction, state, counts. It knows no table by
 * name; strategies tell it how each target table comes from the source.
 */
package dev.tidemark.star;
