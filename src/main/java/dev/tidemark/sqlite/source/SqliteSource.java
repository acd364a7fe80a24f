package dev.tidemark.sqlite.source;

import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.source.CopySource;
import dev.tidemark.copy.source.SourceStorage;
import dev.tidemark.sql.RuntimeRows;
import dev.tidemark.sqlite.SqliteSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * A SQLite file that other programs may write to. In WAL mode a snapshot is a read transaction, which no writer waits
 * for. In any other mode a snapshot is a private copy of the file, and a writer waits only while that is made.
 */
public final class SqliteSource implements CopySource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SourceFile file;
    private final SourceFailures failures;
    private final Path temporaryFolder;
    private final Duration patience;
    private final Clock clock;

    /**
     * The source in {@code file}.
     *
     * @param temporaryFolder where private copies are made; copies that a killed run left there are deleted
     */
    public SqliteSource(Path file, Path temporaryFolder) {
        this(file, temporaryFolder, PATIENCE, Clock.systemUTC());
    }

    /** The same, but it waits for {@code patience} when a writer locks the file. */
    SqliteSource(Path file, Path temporaryFolder, Duration patience, Clock clock) {
        this.file = new SourceFile(file);
        this.failures = new SourceFailures(this.file);
        this.temporaryFolder = temporaryFolder;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public String address() {
        return file.path().toString();
    }

    @Override
    public SourceStorage storage() {
        file.requireDatabase();
        return new SourceStorage(file.size(), file.isWriteAhead());
    }

    @Override
    public CopySnapshot snapshot() {
        file.requireDatabase();
        return failures.explaining(() -> {
            Instant now = clock.instant();
            Optional<String> mark = file.mark(now);
            SqlSession session = open(file.path());
            boolean isKept = false;
            try {
                SnapshotQueries queries = new SnapshotQueries(session);
                queries.beginReading();
                isKept = queries.isWriteAhead();
                return isKept ? new SqliteSnapshot(session, failures, now, mark, () -> {}) : ofCopy(now, mark);
            } finally {
                if (!isKept) {
                    session.close();
                }
            }
        });
    }

    // The caller reads the file meanwhile, and so no writer changes it.
    private CopySnapshot ofCopy(Instant now, Optional<String> mark) {
        PrivateCopy copy = PrivateCopy.of(file, temporaryFolder);
        try {
            copy.file().requireWhole(failures);
            return new SqliteSnapshot(open(copy.file().path()), failures, now, mark, copy::close);
        } catch (RuntimeException failure) {
            copy.close();
            throw failure;
        }
    }

    private SqlSession open(Path path) {
        Configuration configuration = new Configuration(new Environment(
                "source", new JdbcTransactionFactory(), SqliteSettings.forReading(path, patience)));
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        RuntimeRows.register(configuration, StoredValues::of);
        return new SqlSessionFactoryBuilder().build(configuration).openSession(false);
    }
}
