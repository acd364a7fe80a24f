package dev.tidemark.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.config.Settings;
import dev.tidemark.orm.ScalarMapper;
import dev.tidemark.orm.UnreadableDates;
import dev.tidemark.orm.UtcTextHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** The source, on MySQL or MariaDB. It is only read, and nothing connects before the first use. */
public final class SourceDatabase implements AutoCloseable {
    private static final long LONGEST_CONNECT_MILLIS = 10_000;
    private static final int STREAM_SECONDS = 600;

    private final Settings.Source settings;
    private final Collection<Class<?>> mappers;
    private final SourceFailures failures;
    private final UnreadableDates unreadableDates = new UnreadableDates();
    private HikariDataSource pool;
    private SqlSessionFactory sessions;

    /**
     * The source that {@code settings} name.
     *
     * @param mappers the MyBatis mappers that read it
     */
    public SourceDatabase(Settings.Source settings, Collection<Class<?>> mappers) {
        this.settings = settings;
        this.mappers = mappers;
        this.failures = new SourceFailures(settings);
    }

    /** Where the source is, for messages: {@code host:port/schema}. */
    public String address() {
        return failures.address();
    }

    /** The user that reads it. */
    public String username() {
        return settings.username();
    }

    /**
     * Calls {@code reader} with one consistent snapshot of the whole source, which ends with the call. A failure of the
     * source is a {@linkplain dev.tidemark.failure.Reason#SOURCE source failure}; others pass through.
     */
    public <R> R snapshot(Function<SourceSnapshot, R> reader) {
        return session(session -> {
            SnapshotMapper snapshot = session.getMapper(SnapshotMapper.class);
            snapshot.useRepeatableRead();
            // Read before the snapshot is taken: what commits between the two is in it and is read again next time.
            SourceHorizon horizon = SourceHorizon.read(session);
            snapshot.start();
            unreadableDates.take();
            try {
                return reader.apply(
                        new SourceSnapshot(session, horizon, unreadableDates, () -> abandon(session.getConnection())));
            } finally {
                endQuietly(snapshot);
            }
        });
    }

    /** The source's clock and how far back rows may be dated that commit later. */
    public SourceHorizon horizon() {
        return session(SourceHorizon::read);
    }

    /** Calls {@code reader} with a mapper of single statements, outside of any snapshot. */
    public <M, R> R with(Class<M> mapper, Function<M, R> reader) {
        return session(session -> reader.apply(session.getMapper(mapper)));
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }

    private <R> R session(Function<SqlSession, R> reader) {
        return failures.explaining(() -> {
            try (SqlSession session = sessions().openSession(true)) {
                return reader.apply(session);
            }
        });
    }

    // Closing a connection in the middle of a stream reads the rest of it first, however long; aborting does not.
    private void abandon(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException connectionIsGone) {
            return;
        }
        pool.evictConnection(connection);
    }

    // The connection may be what failed; the server ends the snapshot of a connection that is gone.
    private static void endQuietly(SnapshotMapper snapshot) {
        try {
            snapshot.end();
        } catch (PersistenceException connectionIsGone) {
            return;
        }
    }

    private SqlSessionFactory sessions() {
        if (sessions == null) {
            pool = new HikariDataSource(poolConfig());
            pool.setMinimumIdle(0);
            failures.connected();
            Configuration configuration =
                    new Configuration(new Environment("source", new JdbcTransactionFactory(), pool));
            // The driver streams rows only with this value; any other makes it buffer the whole result.
            configuration.setDefaultFetchSize(Integer.MIN_VALUE);
            configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
            configuration.getTypeHandlerRegistry().register(LocalDateTime.class, new UtcTextHandler(unreadableDates));
            configuration.addMapper(SnapshotMapper.class);
            configuration.addMapper(ScalarMapper.class);
            configuration.addMapper(ActivityMapper.class);
            configuration.addMapper(SourceCatalogMapper.class);
            mappers.forEach(configuration::addMapper);
            sessions = new SqlSessionFactoryBuilder().build(configuration);
        }
        return sessions;
    }

    private HikariConfig poolConfig() {
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
