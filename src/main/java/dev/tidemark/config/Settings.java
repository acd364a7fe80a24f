package dev.tidemark.config;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a command, checked.
 *
 * @param source the source database
 * @param warehouse the SQLite file to keep level
 * @param warehouseMode who may open it; if empty, a new file is its owner's, and an existing one stays as it is
 * @param detect how an incremental finds changes
 * @param lookBack how far before the last snapshot a timestamp counts as recent, where changes are found by timestamps
 * @param maxDeletes how many percent of a table's rows a run may delete
 * @param retries how many times a load tries again after a temporary failure of the source
 * @param lockWait how long to wait for another run that holds the warehouse
 * @param keepRuns how many runs the history keeps
 * @param log the file to log to; empty for none
 */
public record Settings(
        Source source,
        Path warehouse,
        Optional<Set<PosixFilePermission>> warehouseMode,
        Detect detect,
        Duration lookBack,
        int maxDeletes,
        int retries,
        Duration lockWait,
        int keepRuns,
        Optional<LogFile> log) {
    /**
     * The source database.
     *
     * @param url a JDBC URL of MySQL, without credentials
     * @param username the user to log in as
     * @param password may be empty
     * @param timeout how long it may be silent before its connection counts as broken
     * @param tls how the connection is encrypted; empty for what the URL says
     */
    public record Source(
            String url,
            String username,
            Secret password,
            Duration timeout,
            Optional<TlsMode> tls) {}

    /**
     * Where to log to.
     *
     * @param path the file
     * @param format how its lines are written
     */
    public record LogFile(Path path, LogFormat format) {}
}
