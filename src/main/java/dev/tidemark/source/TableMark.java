package dev.tidemark.source;

import java.time.LocalDateTime;

/**
 * What the server says of when a table was touched, where its word can be relied on.
 *
 * @param table the table's name
 * @param createdAt when it was created or rebuilt, UTC
 * @param updatedAt the time of the last commit that changed rows of it, by cascades too, UTC, to the second
 */
public record TableMark(String table, LocalDateTime createdAt, LocalDateTime updatedAt) {}
