package dev.tidemark.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.config.Settings;
import java.time.Duration;

/** The connections to the source, of which the first is made when the pool is opened. */
final class SourcePool implements AutoCloseable {
    private static final long LONGEST_CONNECT_MILLIS = 10_000;
    private static final int STREAM_SECONDS = 600;
    /** A server counts clients that leave in the middle of a login, and locks their host out after a hundred. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private final Settings.Source settings;
    private volatile Ahead<HikariDataSource> opening;

    SourcePool(Settings.Source settings) {
        this.settings = settings;
    }

    /** Connects on a thread of its own. */
    synchronized void openAhead() {
        if (opening == null) {
            // Configured here: the first logger, which this brings, must be there before there are two threads.
            HikariConfig config = config();
            opening = Ahead.of(() -> open(config));
        }
    }

    /** The open pool. Where the source cannot be reached, this fails, and the next call tries again. */
    synchronized HikariDataSource opened() {
        openAhead();
        try {
            return opening.get();
        } catch (RuntimeException | Error failure) {
            opening = null;
            throw failure;
        }
    }

    /** Closes the connections. One that is being made is waited for a moment, and closed as soon as it is there. */
    @Override
    public void close() {
        Ahead<HikariDataSource> begun = opening;
        if (begun != null) {
            begun.whenThere(HikariDataSource::close, LONGEST_FAREWELL);
        }
    }

    private static HikariDataSource open(HikariConfig config) {
        HikariDataSource pool = new HikariDataSource(config);
        // The pool would close the connection that it has made if it need not hold one, and connect again at once.
        pool.setMinimumIdle(0);
        return pool;
    }

    private HikariConfig config() {
        long timeoutMillis = settings.timeout().toMillis();
        long connectMillis = Math.min(LONGEST_CONNECT_MILLIS, timeoutMillis);
        HikariConfig config = new HikariConfig();
        config.setPoolName("source");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password().value());
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(1);
        config.setConnectionTimeout(connectMillis);
        // TIMESTAMPs are read as UTC whatever the server's zone, and dates as the text that they are.
        config.addDataSourceProperty("connectionTimeZone", "+00:00");
        config.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        config.addDataSourceProperty("yearIsDateType", "false");
        config.addDataSourceProperty("tinyInt1isBit", "false");
        // Rows come as text, which is how their dates are read; cursors would bring them in a binary form.
        config.addDataSourceProperty("useServerPrepStmts", "false");
        config.addDataSourceProperty("useCursorFetch", "false");
        // What the pool asks a new connection, the driver knows: each question is a way to the server and back.
        config.addDataSourceProperty("useLocalSessionState", "true");
        // How long the server waits for a reader that is busy: said once, not around each statement that streams.
        config.addDataSourceProperty("netTimeoutForStreamingResults", "0");
        config.setConnectionInitSql("SET SESSION net_write_timeout = " + STREAM_SECONDS);
        config.addDataSourceProperty("connectTimeout", Long.toString(connectMillis));
        config.addDataSourceProperty("socketTimeout", Long.toString(timeoutMillis));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        settings.tls().ifPresent(mode -> config.addDataSourceProperty("sslMode", mode.name()));
        return config;
    }
}
