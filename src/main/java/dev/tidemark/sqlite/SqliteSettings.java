package dev.tidemark.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.target.BesideFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** How SQLite is opened; the driver turns these settings into pragmas. */
public final class SqliteSettings {
    private static final int BUSY_MILLIS = 10_000;
    private static final int SORTING_CACHE_KIBIBYTES = 4 * 1024;

    private SqliteSettings() {}

    /** Opens the file without changing it, even if it is not a warehouse. */
    static SQLiteDataSource forInspection(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        // Opening a file in WAL mode creates two more beside it, unless it is declared immutable.
        return dataSource(file, hasLog(file) ? "" : "?immutable=1", config);
    }

    /** Opens the file of another program for reading, as it is now; waits this long for a writer that locks it. */
    public static SQLiteDataSource forReading(Path file, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) patience.toMillis());
        return dataSource(file, "", config);
    }

    static SQLiteDataSource forWriting(WarehouseFile file) {
        SQLiteConfig config = writing();
        config.enforceForeignKeys(true);
        config.setCacheSize(-file.kind().cacheKibibytes());
        return dataSource(file.path(), "", config);
    }

    /**
     * Opens the file for a transaction that fills its tables anew. SQLite checks no foreign key there, because its checks
     * take as long as the inserts. SQLite sorts the entries of a new index in pieces as large as this cache. The cache
     * is small, so that a piece fits into the processor's cache; then sorting takes half the time.
     */
    static SQLiteDataSource forRefilling(Path file) {
        SQLiteConfig config = writing();
        config.enforceForeignKeys(false);
        config.setCacheSize(-SORTING_CACHE_KIBIBYTES);
        return dataSource(file, "", config);
    }

    private static SQLiteConfig writing() {
        SQLiteConfig config = new SQLiteConfig();
        // Opening must never create a file: a mistyped name would leave an empty one behind.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        // The log is moved to the file when the warehouse is closed, so that a commit takes no longer than it must.
        config.setWalAutocheckpoint(0);
        return config;
    }

    /** A database in memory, of one connection; the caller closes it. */
    static HikariDataSource inMemory() {
        SqliteLibrary.load();
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("memory");
        pool.setJdbcUrl("jdbc:sqlite::memory:");
        pool.setMaximumPoolSize(1);
        return pool;
    }

    private static boolean hasLog(Path file) {
        return Files.exists(BesideFile.of(file, "-wal"));
    }

    // Uses a URI, because the driver takes a question mark in a name for the start of parameters.
    private static SQLiteDataSource dataSource(Path file, String parameters, SQLiteConfig config) {
        SqliteLibrary.load();
        // The driver lets one thread at a time into a connection, so that SQLite's own locks only take time.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri() + parameters);
        return source;
    }
}
