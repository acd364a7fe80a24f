package dev.tidemark.source;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The database that is read. Nothing writes to it. Every failure here is a
 * {@linkplain dev.tidemark.failure.Reason#SOURCE source failure} with a hint.
 */
public interface Source {
    /** Where the source is, for messages: {@code host:port/schema}. */
    String address();

    /** Takes a snapshot of the whole source in the background; the first query waits for it. The caller closes it. */
    Snapshot snapshot();

    /**
     * Holds a lock of this name on the server, which ends with the connection; the caller closes it. A busy failure if
     * another session holds it for longer than {@code patience}.
     */
    Held lock(String name, Duration patience);

    /** The server's name and version, such as {@code 9.7.0} or {@code 11.4.5-MariaDB}. */
    String version();

    /** The encryption of the connection, such as {@code TLSv1.3}; empty if there is none. */
    Optional<String> encryption();

    /** The zone that the server's sessions start in. */
    String timeZone();

    /** The server's clock, UTC. */
    LocalDateTime clock();

    /** The sizes of the schema's tables, as the server estimates them. */
    List<SourceTableSize> tableSizes();

    /** The columns of the schema that are the first column of an index. */
    List<SourceColumnIndex> leadingIndexColumns();

    /** A lock while it is held. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
