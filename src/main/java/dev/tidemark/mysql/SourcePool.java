package dev.tidemark.mysql;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.concurrent.Background;
import dev.tidemark.config.Settings;
import java.sql.SQLException;
import java.time.Duration;

/** The connections to the source, of which the first is made when the pool is opened. */
final class SourcePool implements AutoCloseable {
    private static final long LONGEST_CONNECT_MILLIS = 10_000;
    private static final int STREAM_SECONDS = 600;
    /** A server counts clients that leave in the middle of a login, and locks their host out after a hundred. */
    static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private final Settings.Source settings;
    private volatile Background<HikariDataSource> opening;

    SourcePool(Settings.Source settings) {
        this.settings = settings;
    }

    /** Connects on a thread of its own. */
    synchronized void openAhead() {
        if (opening == null) {
            // Configured here: the first logger, which this brings, must be there before there are two threads.
            HikariDataSource pool = configured();
            opening = Background.of(() -> connected(pool));
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
        // The pool would close the connection that it has made if it need not hold one, and connect again at once.
        pool.setMinimumIdle(0);
        return pool;
    }

    private HikariDataSource configured() {
        long timeoutMillis = settings.timeout().toMillis();
        long connectMillis = Math.min(LONGEST_CONNECT_MILLIS, timeoutMillis);
        // A configuration would be copied field by field, through reflection that takes long where it is new.
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("source");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password().value());
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        pool.setInitializationFailTimeout(1);
        pool.setConnectionTimeout(connectMillis);
        // TIMESTAMPs are read as UTC whatever the server's zone, and dates as the text that they are.
        pool.addDataSourceProperty("connectionTimeZone", "+00:00");
        pool.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        pool.addDataSourceProperty("yearIsDateType", "false");
        pool.addDataSourceProperty("tinyInt1isBit", "false");
        // Rows come as text, which is how their dates are read; cursors would bring them in a binary form.
        pool.addDataSourceProperty("useServerPrepStmts", "false");
        pool.addDataSourceProperty("useCursorFetch", "false");
        // What the pool asks a new connection, the driver knows: each question is a way to the server and back.
        pool.addDataSourceProperty("useLocalSessionState", "true");
        // How long the server waits for a reader that is busy: said once, not around each statement that streams.
        pool.addDataSourceProperty("netTimeoutForStreamingResults", "0");
        pool.setConnectionInitSql("SET SESSION net_write_timeout = " + STREAM_SECONDS);
        pool.addDataSourceProperty("connectTimeout", Long.toString(connectMillis));
        pool.addDataSourceProperty("socketTimeout", Long.toString(timeoutMillis));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        settings.tls().ifPresent(mode -> pool.addDataSourceProperty("sslMode", mode.name()));
        return pool;
    }
}
