package dev.tidemark.source;

import java.time.LocalDateTime;

/**
 * When a table was last changed, according to the server; exists only if this is reliable.
 *
 * @param table the table's name
 * @param createdAt when it was created or rebuilt, UTC
 * @param updatedAt the time of the last commit that changed its rows, cascades included, UTC, to the second
 */
public record TableMark(String table, LocalDateTime createdAt, LocalDateTime updatedAt) {}
