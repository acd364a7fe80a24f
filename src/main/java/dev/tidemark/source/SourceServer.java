package dev.tidemark.source;

import java.time.LocalDateTime;

/**
 * The server of a snapshot.
 *
 * @param version such as {@code 9.7.0} or {@code 11.4.5-MariaDB}
 * @param schema the schema that is read
 * @param identity a text that identifies the server
 * @param startedAt when it was started, UTC by its own clock, to about a second
 * @param alterations how many times it has altered or renamed a table since then
 * @param tellsMarks whether its word on when a table was touched can be relied on
 */
public record SourceServer(
        String version,
        String schema,
        String identity,
        LocalDateTime startedAt,
        long alterations,
        boolean tellsMarks) {}
