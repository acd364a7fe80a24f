/**
 * The port to the target: its transactions, the rows of its tables, and the gate before a commit. Knows no database; an
 * adapter implements it.
 */
package dev.tidemark.target;
