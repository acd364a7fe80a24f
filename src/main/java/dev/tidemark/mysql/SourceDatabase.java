package dev.tidemark.mysql;

import dev.tidemark.config.Settings;
import dev.tidemark.sql.Background;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.UnreadableDates;
import dev.tidemark.sql.UtcTextHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** The source, on MySQL or MariaDB. It is only read, and nothing connects before the first use, unless told to. */
public final class SourceDatabase implements AutoCloseable {
    private final Settings.Source settings;
    private final SourcePool pool;
    private final SourceFailures failures;
    private final UnreadableDates unreadableDates = new UnreadableDates();
    private SqlSessionFactory sessions;

    /** The source that {@code settings} name. */
    public SourceDatabase(Settings.Source settings) {
        this.settings = settings;
        this.pool = new SourcePool(settings);
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
     * Begins to connect and returns at once: half of the time that a short command takes is the way to a session. Where
     * that fails, the first use does.
     */
    public void connectAhead() {
        pool.openAhead();
    }

    /**
     * Calls {@code reader} with one consistent snapshot of the whole source, which ends with the call. The snapshot is
     * taken while {@code reader} begins; its first question waits for that. A failure of the source is a
     * {@linkplain dev.tidemark.failure.Reason#SOURCE source failure}; others pass through.
     */
    public <R> R snapshot(Function<SourceSnapshot, R> reader) {
        return failures.explaining(() -> {
            Background<OpenSnapshot> opening = Background.of(() -> OpenSnapshot.of(sessions()));
            unreadableDates.take();
            try {
                return reader.apply(new SourceSnapshot(opening, unreadableDates, this::abandon));
            } finally {
                opening.whenThere(OpenSnapshot::close, SourcePool.LONGEST_FAREWELL);
            }
        });
    }

    /** Calls {@code reader} with a mapper of single statements, outside of any snapshot. */
    public <M, R> R with(Class<M> mapper, Function<M, R> reader) {
        return session(session -> reader.apply(Mappers.of(session, mapper)));
    }

    @Override
    public void close() {
        pool.close();
    }

    private <R> R session(Function<SqlSession, R> reader) {
        return failures.explaining(() -> {
            try (SqlSession session = sessions().openSession(true)) {
                return reader.apply(session);
            }
        });
    }

    // Closing a connection in the middle of a stream reads the rest of it first, however long; aborting does not.
    private void abandon(SqlSession session) {
        Connection connection = session.getConnection();
        try {
            connection.abort(Runnable::run);
        } catch (SQLException connectionIsGone) {
            return;
        }
        pool.opened().evictConnection(connection);
    }

    private synchronized SqlSessionFactory sessions() {
        if (sessions == null) {
            Configuration configuration = new Configuration();
            // The driver streams rows only with this value; any other makes it buffer the whole result.
            configuration.setDefaultFetchSize(Integer.MIN_VALUE);
            configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
            configuration.getTypeHandlerRegistry().register(LocalDateTime.class, new UtcTextHandler(unreadableDates));
            // What every session begins with: there is time for it while the connection is being made.
            Mappers.register(configuration, SnapshotMapper.class);
            Mappers.register(configuration, SourceCatalogMapper.class);
            configuration.setEnvironment(new Environment("source", new JdbcTransactionFactory(), pool.opened()));
            failures.connected();
            sessions = new SqlSessionFactoryBuilder().build(configuration);
        }
        return sessions;
    }
}
