package dev.tidemark.mysql;

import dev.tidemark.source.TableMark;
import java.time.LocalDateTime;
import java.util.stream.Stream;

/**
 * When a table was last changed, according to the catalogue. InnoDB keeps the time of the last commit that changed its
 * rows, cascades included, and forgets it when it is not sure: at a restart, or when the table is emptied or rebuilt.
 *
 * @param table the table's name
 * @param engine its storage engine, such as {@code InnoDB}; null for a view
 * @param options its options, such as {@code partitioned}; may be null or empty
 * @param createdAt when it was created or rebuilt, UTC; null if the server does not know
 * @param updatedAt when rows were last changed, UTC, to the second; null if the server does not know
 */
public record CatalogMark(
        String table, String engine, String options, LocalDateTime createdAt, LocalDateTime updatedAt) {
    /** The mark, if it is reliable: an exchange of partitions, for example, leaves no trace. */
    Stream<TableMark> reliable() {
        boolean known = "InnoDB".equalsIgnoreCase(engine)
                && (options == null || !options.contains("partitioned"))
                && createdAt != null
                && updatedAt != null;
        return known ? Stream.of(new TableMark(table, createdAt, updatedAt)) : Stream.empty();
    }
}
