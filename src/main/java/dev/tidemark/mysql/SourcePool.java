package dev.tidemark.mysql;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.concurrent.Background;
import java.time.Duration;

/** The connections to the source. Opening the pool makes the first one. */
final class SourcePool implements AutoCloseable {
    /** One for a snapshot, one for a question beside it, one for a lock. */
    private static final int MOST = 3;
    private static final int STREAM_SECONDS = 600;
    /**
     * Settings of the server, which its administrator may change at any time, must neither cut results nor pad them, nor
     * end the session with a transaction.
     */
    private static final String SESSION = "SET SESSION net_write_timeout = " + STREAM_SECONDS
            + ", SESSION sql_select_limit = 18446744073709551615"
            + ", SESSION completion_type = 'NO_CHAIN'"
            + ", SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'PAD_CHAR_TO_FULL_LENGTH', '')";

    /** A server counts clients that leave during a login, and blocks their host after a hundred. */
    static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private final Server server;
    private volatile Background<HikariDataSource> opening;

    SourcePool(Server server) {
        this.server = server;
    }

    /** Begins to connect on another thread. */
    synchronized void openAhead() {
        if (opening == null) {
            // Configured on this thread: this creates the first logger, which must exist before there are two threads.
            HikariDataSource pool = configured();
            opening = Background.of(() -> ReadyDataSource.open(pool));
        }
    }

    /** The open pool. Fails if the source cannot be reached; the next call tries again. */
    synchronized HikariDataSource opened() {
        openAhead();
        try {
            return opening.get();
        } catch (RuntimeException | Error failure) {
            opening = null;
            throw failure;
        }
    }

    /** Closes the connections. Waits a moment for one that is being made, and closes it as soon as it is open. */
    @Override
    public void close() {
        Background<HikariDataSource> begun = opening;
        if (begun != null) {
            begun.whenThere(HikariDataSource::close, LONGEST_FAREWELL);
        }
    }

    private HikariDataSource configured() {
        HikariDataSource pool = server.pool(MOST);
        pool.setMinimumIdle(1);
        // Sets how long the server waits for a busy reader: once, not around each statement that streams.
        pool.addDataSourceProperty("netTimeoutForStreamingResults", "0");
        pool.setConnectionInitSql(SESSION);
        return pool;
    }
}
