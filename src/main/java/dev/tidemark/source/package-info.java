/**
 * The port to the source: one consistent state of it at a time, its rows, fingerprints and totals, and what it says of
 * itself. Knows no database; an adapter implements it.
 */
package dev.tidemark.source;
