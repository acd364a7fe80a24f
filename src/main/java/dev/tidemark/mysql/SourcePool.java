package dev.tidemark.mysql;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.concurrent.Background;
import dev.tidemark.config.Settings;
import java.sql.SQLException;
import java.time.Duration;

/** The connections to the source. Opening the pool makes the first one. */
final class SourcePool implements AutoCloseable {
    private static final long LONGEST_CONNECT_MILLIS = 10_000;
    private static final int STREAM_SECONDS = 600;
    /** A server counts clients that leave during a login, and blocks their host after a hundred. */
    static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private final Settings.Source settings;
    private volatile Background<HikariDataSource> opening;

    SourcePool(Settings.Source settings) {
        this.settings = settings;
    }

    /** Begins to connect on another thread. */
    synchronized void openAhead() {
        if (opening == null) {
            // Configured on this thread: this creates the first logger, which must exist before there are two threads.
            HikariDataSource pool = configured();
            opening = Background.of(() -> connected(pool));
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

    private static HikariDataSource connected(HikariDataSource pool) {
        try {
            pool.getConnection().close();
        } catch (SQLException failure) {
            throw new IllegalStateException("The source gives no connection", failure);
        }
        // Not earlier: a pool that need not hold a connection would close the first one, and connect again at once.
        pool.setMinimumIdle(0);
        return pool;
    }

    private HikariDataSource configured() {
        long timeoutMillis = settings.timeout().toMillis();
        long connectMillis = Math.min(LONGEST_CONNECT_MILLIS, timeoutMillis);
        // A separate configuration would be copied field by field through reflection, whose first use is slow.
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("source");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password().value());
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        pool.setInitializationFailTimeout(1);
        pool.setConnectionTimeout(connectMillis);
        // TIMESTAMPs are read as UTC whatever the server's zone, and dates as text.
        pool.addDataSourceProperty("connectionTimeZone", "+00:00");
        pool.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        pool.addDataSourceProperty("yearIsDateType", "false");
        pool.addDataSourceProperty("tinyInt1isBit", "false");
        // Rows come as text, because their dates are read as text; cursors would send a binary form.
        pool.addDataSourceProperty("useServerPrepStmts", "false");
        pool.addDataSourceProperty("useCursorFetch", "false");
        // The driver knows what the pool asks a new connection, and saves the round trips to the server.
        pool.addDataSourceProperty("useLocalSessionState", "true");
        // Sets how long the server waits for a busy reader: once, not around each statement that streams.
        pool.addDataSourceProperty("netTimeoutForStreamingResults", "0");
        pool.setConnectionInitSql("SET SESSION net_write_timeout = " + STREAM_SECONDS);
        pool.addDataSourceProperty("connectTimeout", Long.toString(connectMillis));
        pool.addDataSourceProperty("socketTimeout", Long.toString(timeoutMillis));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        settings.tls().ifPresent(mode -> pool.addDataSourceProperty("sslMode", mode.name()));
        return pool;
    }
}
