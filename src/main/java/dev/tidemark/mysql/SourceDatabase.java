package dev.tidemark.mysql;

import dev.tidemark.concurrent.Background;
import dev.tidemark.config.Settings;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.Source;
import dev.tidemark.source.SourceColumnIndex;
import dev.tidemark.source.SourceTableSize;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.UnreadableDates;
import dev.tidemark.sql.UtcTextHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * The source, on MySQL or MariaDB. It is only read. It connects at the first use, or earlier by {@link #connectAhead}.
 */
public final class SourceDatabase implements Source, AutoCloseable {
    private final Server server;
    private final SourcePool pool;
    private final ServerFailures failures;
    private final UnreadableDates unreadableDates = new UnreadableDates();
    private SqlSessionFactory sessions;

    /** The source that {@code settings} name. */
    public SourceDatabase(Settings.Source settings) {
        this.server = new Server(
                End.SOURCE,
                settings.url(),
                settings.username(),
                settings.password(),
                settings.timeout(),
                settings.tls());
        this.pool = new SourcePool(server);
        this.failures = new ServerFailures(server);
    }

    @Override
    public String address() {
        return server.address();
    }

    /**
     * Begins to connect and returns at once: connecting takes half of the time of a short command. If it fails, the
     * first use fails.
     */
    public void connectAhead() {
        pool.openAhead();
    }

    @Override
    public Snapshot snapshot() {
        unreadableDates.take();
        Background<OpenSnapshot> opening = Background.of(() -> OpenSnapshot.of(sessions()));
        return new SourceSnapshot(opening, failures, unreadableDates, this::abandon);
    }

    @Override
    public Held lock(String name, Duration patience) {
        return failures.explaining(() -> SourceLock.take(sessions(), address(), name, patience));
    }

    @Override
    public String version() {
        return ask(SnapshotMapper.class, SnapshotMapper::version);
    }

    @Override
    public Optional<String> encryption() {
        return ask(SnapshotMapper.class, SnapshotMapper::tlsVersion).stream()
                .map(ServerVariable::value)
                .filter(version -> !version.isEmpty())
                .findFirst();
    }

    @Override
    public String timeZone() {
        return ask(SnapshotMapper.class, SnapshotMapper::timeZone);
    }

    @Override
    public LocalDateTime clock() {
        return ask(SnapshotMapper.class, SnapshotMapper::clock);
    }

    @Override
    public List<SourceTableSize> tableSizes() {
        return ask(SourceCatalogMapper.class, mapper -> mapper.tables(Rendered.select(CatalogTablesTable.sizes())));
    }

    @Override
    public List<SourceColumnIndex> leadingIndexColumns() {
        return ask(
                SourceCatalogMapper.class,
                mapper -> mapper.indexes(Rendered.select(CatalogStatisticsTable.leadingColumns())));
    }

    @Override
    public void close() {
        pool.close();
    }

    // A single statement, outside of any snapshot.
    private <M, R> R ask(Class<M> mapper, Function<M, R> question) {
        return failures.explaining(() -> {
            try (SqlSession session = sessions().openSession(true)) {
                return question.apply(Mappers.of(session, mapper));
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
            // Every session needs these mappers; there is time to register them while the connection is being made.
            Mappers.register(configuration, SnapshotMapper.class);
            Mappers.register(configuration, SourceCatalogMapper.class);
            configuration.setEnvironment(new Environment("source", new JdbcTransactionFactory(), pool.opened()));
            failures.connected();
            sessions = new SqlSessionFactoryBuilder().build(configuration);
        }
        return sessions;
    }
}
