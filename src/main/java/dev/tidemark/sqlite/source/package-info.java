/**
 * A SQLite file as the source of a copy. Nothing here writes to it; SQLite itself makes the two files beside it that a
 * reader in WAL mode needs.
 */
package dev.tidemark.sqlite.source;
