package dev.tidemark.mysql;

import java.time.LocalDateTime;

/**
 * What MySQL says of when a table was touched. InnoDB keeps the time of the last commit that changed rows of it, by
 * cascades too, and forgets it where it is not sure: at a restart, or when the table is emptied or rebuilt.
 *
 * @param table the table's name
 * @param engine what keeps its rows, such as {@code InnoDB}; null for a view
 * @param options how it was created, such as {@code partitioned}; may be null or empty
 * @param createdAt when it was created or rebuilt, UTC; null where the server does not know
 * @param updatedAt when rows were last changed, UTC, to the second; null where the server does not know
 */
public record TableMark(
        String table, String engine, String options, LocalDateTime createdAt, LocalDateTime updatedAt) {
    /** Whether the server keeps these times, and knows them. Partitions can be exchanged and leave no trace. */
    public boolean isKnown() {
        return "InnoDB".equalsIgnoreCase(engine)
                && (options == null || !options.contains("partitioned"))
                && createdAt != null
                && updatedAt != null;
    }
}
