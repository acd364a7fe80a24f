package dev.tidemark.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.UnreadableDates;
import dev.tidemark.sql.UtcTextHandler;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * The warehouse, a SQLite file. It is opened at the first use, and only if it is a Tidemark warehouse of the schema
 * version that this program knows.
 */
public final class WarehouseDatabase implements AutoCloseable {
    private final WarehouseFile file;
    private final Optional<Set<PosixFilePermission>> mode;
    private final CommitGate gate = new CommitGate();
    private HikariDataSource pool;
    private SqlSessionFactory sessions;
    private Object identity;
    private boolean written;

    /**
     * The warehouse in {@code path}.
     *
     * @param mode who may open the file; empty where a new one is its owner's and another stays as it is
     */
    public WarehouseDatabase(Path path, Optional<Set<PosixFilePermission>> mode) {
        this.file = new WarehouseFile(path);
        this.mode = mode;
    }

    /** What every commit has to pass. */
    public CommitGate gate() {
        return gate;
    }

    /** The file. */
    public Path path() {
        return file.path();
    }

    /**
     * Creates the file where there is none, readable by its owner only unless the mode says more, and brings its schema
     * to this program's version. Returns the number of migrations that were applied. A file that is something else is
     * left alone and is a warehouse failure.
     */
    public int migrate() {
        requireUsableForInit();
        return file.failures().explaining(() -> {
            file.createIfMissing();
            mode.ifPresent(file::permit);
            return WarehouseSchema.migrate(SqliteSettings.forWriting(file.path()));
        });
    }

    /** Fails, and changes nothing, if there is something in the file's place that {@link #migrate} must not touch. */
    public void requireUsableForInit() {
        file.failures().explaining(() -> {
            file.requireUsableForInit();
            return file.isMissingOrEmpty()
                    ? null
                    : WarehouseSchema.requireMigratable(SqliteSettings.forInspection(file.path()), file);
        });
    }

    /** Fails unless the file is a warehouse that this program can use. */
    public void requireCurrent() {
        sessions();
    }

    /** The version of its schema; fails unless the file is a warehouse that this program can use. */
    public String schemaVersion() {
        requireCurrent();
        return Migrations.packed().latest().toString();
    }

    /** Calls {@code action} in a transaction that commits when it returns, and rolls back when it throws. */
    public <R> R write(Function<WarehouseSession, R> action) {
        return transaction(action, gate::pass);
    }

    /** The same for the transaction that completes a run. */
    public <R> R complete(Function<WarehouseSession, R> action) {
        return transaction(action, gate::passLast);
    }

    /** Calls {@code action} in a transaction that sees one state of the warehouse; what it writes is rolled back. */
    public <R> R read(Function<WarehouseSession, R> action) {
        return session(session -> {
            R result = action.apply(new WarehouseSession(session));
            session.rollback(true);
            return result;
        });
    }

    /** Closes the file, and empties its write-ahead log as far as readers let it be. */
    @Override
    public void close() {
        if (pool != null) {
            emptyLog();
            pool.close();
        }
    }

    private <R> R transaction(Function<WarehouseSession, R> action, Consumer<Runnable> gated) {
        return session(session -> {
            R result = action.apply(new WarehouseSession(session));
            file.requireSame(identity);
            gated.accept(session::commit);
            written = true;
            return result;
        });
    }

    // What was committed is safe in the log: that it cannot be moved to the file now is nobody's failure.
    private void emptyLog() {
        if (!written) {
            return;
        }
        try (SqlSession session = sessions.openSession(true)) {
            PragmaMapper pragmas = Mappers.of(session, PragmaMapper.class);
            pragmas.waitBriefly();
            pragmas.emptyLog();
        } catch (PersistenceException laterThen) {
            return;
        }
    }

    private <R> R session(Function<SqlSession, R> action) {
        return file.failures().explaining(() -> {
            SqlSession session = sessions().openSession(ExecutorType.BATCH);
            try {
                return action.apply(session);
            } catch (RuntimeException failure) {
                rollBack(session, failure);
                throw failure;
            } finally {
                session.close();
            }
        });
    }

    private static void rollBack(SqlSession session, RuntimeException failure) {
        try {
            session.rollback(true);
        } catch (PersistenceException second) {
            failure.addSuppressed(second);
        }
    }

    private SqlSessionFactory sessions() {
        if (sessions == null) {
            sessions = file.failures().explaining(this::open);
        }
        return sessions;
    }

    private SqlSessionFactory open() {
        file.requireWarehouse();
        if (!file.isMarked()) {
            WarehouseSchema.requireOurs(SqliteSettings.forInspection(file.path()), file);
        }
        pool = new HikariDataSource();
        pool.setPoolName("warehouse");
        pool.setDataSource(SqliteSettings.forWriting(file.path()));
        pool.setMaximumPoolSize(1);
        identity = file.identity();
        Configuration configuration =
                new Configuration(new Environment("warehouse", new JdbcTransactionFactory(), pool));
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.getTypeHandlerRegistry().register(LocalDateTime.class, new UtcTextHandler(new UnreadableDates()));
        SqlSessionFactory factory = new SqlSessionFactoryBuilder().build(configuration);
        try (SqlSession session = factory.openSession(true)) {
            WarehouseSchema.requireCurrent(session, file);
        }
        return factory;
    }
}
