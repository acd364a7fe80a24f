/**
 * The sync engine: order, snapshot, change detection, batches, transaction, watermark, counts. It knows no table by
 * name; strategies tell it how each target table comes from the source.
 */
package dev.tidemark.engine;
