package dev.tidemark.source;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The database that is read. Nothing writes to it. Whatever fails here is a
 * {@linkplain dev.tidemark.failure.Reason#SOURCE source failure} that says what to try.
 */
public interface Source {
    /** Where the source is, for messages: {@code host:port/schema}. */
    String address();

    /**
     * One consistent state of the whole source, which the caller closes. It is taken while the caller goes on; the first
     * question waits for it.
     */
    Snapshot snapshot();

    /** The server's name and version, such as {@code 9.7.0} or {@code 11.4.5-MariaDB}. */
    String version();

    /** What encrypts the connection, such as {@code TLSv1.3}; empty where nothing does. */
    Optional<String> encryption();

    /** The zone that the server's sessions start in. */
    String timeZone();

    /** The server's clock, UTC. */
    LocalDateTime clock();

    /** The sizes of the schema's tables, as the server estimates them. */
    List<SourceTableSize> tableSizes();

    /** The columns of the schema that are the first of an index. */
    List<SourceColumnIndex> leadingIndexColumns();
}
