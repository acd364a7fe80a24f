package dev.tidemark.config;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a command, checked.
 *
 * @param pipeline the settings that only this kind of pipeline has
 * @param detect how an incremental finds changes
 * @param lookBack how far before the last snapshot a timestamp counts as recent, where changes are found by timestamps
 * @param maxDeletes how many percent of a table's rows a run may delete
 * @param retries how many times a load tries again after a temporary failure of a database
 * @param lockWait how long to wait for another run that holds the warehouse or the state
 * @param keepRuns how many runs the history keeps
 * @param log the file to log to; empty for none
 * @param readFrom the files that the settings and passwords were read from
 */
public record Settings(
        PipelineSettings pipeline,
        Detect detect,
        Duration lookBack,
        int maxDeletes,
        int retries,
        Duration lockWait,
        int keepRuns,
        Optional<LogFile> log,
        List<Path> readFrom) {
    /** The settings of the copy; empty for the star. */
    public Optional<CopySettings> copy() {
        return pipeline instanceof CopySettings copy ? Optional.of(copy) : Optional.empty();
    }

    /** The source database of the star; must not be called for a copy. */
    public Source source() {
        return star().source();
    }

    /** The SQLite file that the star is kept in; must not be called for a copy. */
    public Path warehouse() {
        return star().warehouse();
    }

    /** Who may open the {@link #warehouse()}; must not be called for a copy. */
    public Optional<Set<PosixFilePermission>> warehouseMode() {
        return star().warehouseMode();
    }

    private StarSettings star() {
        return switch (pipeline) {
            case StarSettings star -> star;
            case CopySettings _ -> throw new IllegalStateException("These are the settings of a copy");
        };
    }

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
