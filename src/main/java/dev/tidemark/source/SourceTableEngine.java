package dev.tidemark.source;

/**
 * The engine that keeps a table of the source.
 *
 * @param table the table's name
 * @param engine the engine's name, such as {@code MyISAM}
 */
public record SourceTableEngine(String table, String engine) {}
