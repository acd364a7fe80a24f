package dev.tidemark.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of a command, checked.
 *
 * @param source where to read from
 * @param warehouse the SQLite file to keep level
 * @param lookBack how far before its snapshot's time a run's watermark lies, for transactions that commit late
 * @param retries how many times a load tries again when the source fails in a way that may pass
 * @param lockWait how long to wait for another run that holds the warehouse
 */
public record Settings(Source source, Path warehouse, Duration lookBack, int retries, Duration lockWait) {
    /**
     * The source database.
     *
     * @param url a JDBC URL of MySQL, without credentials
     * @param username the user to log in as
     * @param password may be empty
     * @param timeout how long it may say nothing before its connection counts as broken
     */
    public record Source(String url, String username, Secret password, Duration timeout) {}
}
