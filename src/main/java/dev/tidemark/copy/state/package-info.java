/**
 * The records of a copy, in a SQLite file of its own: the runs, the tables, and what became of each row of the source. A
 * port; an adapter implements it.
 */
package dev.tidemark.copy.state;
