package dev.tidemark.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.UnreadableDates;
import dev.tidemark.sql.UtcTextHandler;
import dev.tidemark.target.CommitGate;
import dev.tidemark.target.SchemaChange;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
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
 * A SQLite file of Tidemark, such as a warehouse. It is opened at the first use, and only if it is one of its kind and of
 * the schema version that this program knows.
 */
public final class WarehouseDatabase implements Target, AutoCloseable {
    /** The names of tables that hold Tidemark's own records begin with this. */
    private static final String OWN_RECORDS = "sync_";

    private final WarehouseFile file;
    private final Optional<Set<PosixFilePermission>> mode;
    private final CommitGate gate = new CommitGate();
    private HikariDataSource pool;
    private SqlSessionFactory sessions;
    private Object identity;
    private boolean written;

    /**
     * The file {@code path} of this kind.
     *
     * @param mode who may open the file; if empty, only the owner may open a new file, and an existing one is not
     *     changed
     */
    public WarehouseDatabase(FileKind kind, Path path, Optional<Set<PosixFilePermission>> mode) {
        this.file = new WarehouseFile(path, kind);
        this.mode = mode;
    }

    @Override
    public CommitGate gate() {
        return gate;
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public long bytes() {
        return file.bytes();
    }

    /** {@inheritDoc} A new file is readable by its owner only, unless the mode says more. */
    @Override
    public SchemaChange migrate() {
        requireUsableForInit();
        return failures().explaining(() -> {
            file.createIfMissing();
            mode.ifPresent(file::permit);
            return WarehouseSchema.migrate(SqliteSettings.forWriting(file), file);
        });
    }

    @Override
    public void requireUsableForInit() {
        failures().explaining(() -> {
            file.requireUsableForInit();
            return file.isMissingOrEmpty()
                    ? null
                    : WarehouseSchema.requireMigratable(SqliteSettings.forInspection(file.path()), file);
        });
    }

    @Override
    public void requireCurrent() {
        sessions();
    }

    @Override
    public void requireTables(List<String> names) {
        failures().explaining(() -> {
            try (SqlSession session = sessions().openSession(true)) {
                SchemaGaps.requireTables(session, names, file);
                return null;
            }
        });
    }

    @Override
    public String schemaVersion() {
        requireCurrent();
        return Migrations.packed(file.kind()).latest().toString();
    }

    @Override
    public List<String> restorable() {
        return failures().explaining(() -> {
            try (SqlSession session = sessions().openSession(true)) {
                return SchemaGaps.of(session, file).names();
            }
        });
    }

    @Override
    public WarehouseSession begin() {
        return failures().explaining(() -> transaction(sessions(), false));
    }

    @Override
    public WarehouseSession beginRefill(List<String> tables) {
        return failures().explaining(() -> foreignKeysAreOf(tables)
                ? transaction(factory(SqliteSettings.forRefilling(file.path())), true)
                : begin());
    }

    // A table of somebody else may declare ON DELETE CASCADE, which SQLite does only while it checks foreign keys.
    private boolean foreignKeysAreOf(List<String> tables) {
        try (SqlSession session = sessions().openSession(true)) {
            return Mappers.of(session, SchemaMapper.class).foreignKeys().stream()
                    .map(ForeignKey::child)
                    .allMatch(child -> tables.contains(child) || child.startsWith(OWN_RECORDS));
        }
    }

    private WarehouseSession transaction(SqlSessionFactory factory, boolean checksAtCommit) {
        return new WarehouseSession(factory.openSession(ExecutorType.BATCH), this, checksAtCommit);
    }

    @Override
    public <R> R copyTo(Path copy, Function<TargetSession, R> reader) {
        failures().explainingCopy(() -> {
            try (SqlSession session = sessions().openSession(true)) {
                return Mappers.of(session, PragmaMapper.class).vacuumInto(copy.toString());
            }
        });
        SqlSessionFactory copied = factory(SqliteSettings.forReading(copy, Duration.ZERO));
        try (WarehouseSession session = transaction(copied, false)) {
            return reader.apply(session);
        }
    }

    /** Closes the file, and empties its write-ahead log as far as readers allow it. */
    @Override
    public void close() {
        if (pool == null) {
            return;
        }
        if (sessions != null && Files.exists(file.path()) && GroupReaders.has(file.path())) {
            failures().explaining(() -> {
                GroupReaders.keepLog(file.path(), this::closeWriter);
                return null;
            });
        } else {
            closeWriter();
        }
    }

    private void closeWriter() {
        emptyLog();
        pool.close();
    }

    /** Explains failures of the file. */
    WarehouseFailures failures() {
        return file.failures();
    }

    /** Runs {@code commit} if the file is in its place and the gate is open; {@code last} if it completes a run. */
    void pass(Runnable commit, boolean last) {
        file.requireSame(identity);
        if (last) {
            gate.passLast(commit);
        } else {
            gate.pass(commit);
        }
        written = true;
    }

    // Committed work is safe in the log, so it is not a failure if it cannot be moved to the file now.
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

    private SqlSessionFactory sessions() {
        if (sessions == null) {
            sessions = failures().explaining(this::open);
        }
        return sessions;
    }

    private SqlSessionFactory open() {
        file.requireWarehouse();
        if (!file.isMarked()) {
            WarehouseSchema.requireOurs(SqliteSettings.forInspection(file.path()), file);
        }
        pool = new HikariDataSource();
        pool.setPoolName("target");
        pool.setDataSource(SqliteSettings.forWriting(file));
        pool.setMaximumPoolSize(file.kind().transactions());
        identity = file.identity();
        SqlSessionFactory factory = factory(pool);
        try (SqlSession session = factory.openSession(true)) {
            WarehouseSchema.requireCurrent(session, file);
        }
        return factory;
    }

    private static SqlSessionFactory factory(DataSource source) {
        Configuration configuration =
                new Configuration(new Environment("target", new JdbcTransactionFactory(), source));
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.getTypeHandlerRegistry().register(LocalDateTime.class, new UtcTextHandler(new UnreadableDates()));
        return new SqlSessionFactoryBuilder().build(configuration);
    }
}
