package dev.tidemark.source;

/**
 * The size of a table of the source, as the server estimates it.
 *
 * @param table its name
 * @param rows the number of its rows
 * @param bytes its size on disk, indexes included
 */
public record SourceTableSize(String table, long rows, long bytes) {}
