package dev.tidemark.mysql;

import dev.tidemark.source.TableMark;
import java.time.LocalDateTime;
import java.util.stream.Stream;

/**
 * When a table was touched, as the catalogue has it. InnoDB keeps the time of the last commit that changed rows of it,
 * by cascades too, and forgets it where it is not sure: at a restart, or when the table is emptied or rebuilt.
 *
 * @param table the table's name
 * @param engine what keeps its rows, such as {@code InnoDB}; null for a view
 * @param options how it was created, such as {@code partitioned}; may be null or empty
 * @param createdAt when it was created or rebuilt, UTC; null where the server does not know
 * @param updatedAt when rows were last changed, UTC, to the second; null where the server does not know
 */
public record CatalogMark(
        String table, String engine, String options, LocalDateTime createdAt, LocalDateTime updatedAt) {
    /** The mark, where it can be relied on: partitions, for one, can be exchanged and leave no trace. */
    Stream<TableMark> reliable() {
        boolean known = "InnoDB".equalsIgnoreCase(engine)
                && (options == null || !options.contains("partitioned"))
                && createdAt != null
                && updatedAt != null;
        return known ? Stream.of(new TableMark(table, createdAt, updatedAt)) : Stream.empty();
    }
}
