package dev.tidemark.copy.source;

/**
 * How the source is stored.
 *
 * @param bytes its size
 * @param writeAhead whether a snapshot lets writers go on; else they wait while a private copy is made, which needs
 *     as many bytes again
 */
public record SourceStorage(long bytes, boolean writeAhead) {}
