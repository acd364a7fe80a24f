/**
 * The port to the source: snapshots with rows, fingerprints and totals, and facts about the server. Knows no database;
 * an adapter implements it.
 */
package dev.tidemark.source;
