/** The adapter to the state of a copy, a SQLite file. */
package dev.tidemark.sqlite.state;
