package dev.tidemark.database;

import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** How SQLite is opened; the driver turns these settings into pragmas. */
final class SqliteSettings {
    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIBIBYTES = 16 * 1024;

    private SqliteSettings() {}

    /** Opens without changing anything, not even a file that is no warehouse. */
    static SQLiteDataSource forInspection(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return dataSource(file, config);
    }

    static SQLiteDataSource forWriting(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        // Opening must never create a file: a mistyped name would leave an empty one behind.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIBIBYTES);
        return dataSource(file, config);
    }

    private static SQLiteDataSource dataSource(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }
}
