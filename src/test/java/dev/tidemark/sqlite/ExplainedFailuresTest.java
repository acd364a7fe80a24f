package dev.tidemark.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.ibatis.exceptions.PersistenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Explanations of SQLite's failures that a test of a command could cause only with a long wait or a broken disk. */
class ExplainedFailuresTest {
    @TempDir
    private Path folder;

    @Test
    void aProgramThatKeepsItLocked() throws SQLException {
        WarehouseFile file = new WarehouseFile(folder.resolve("analytics.db"));
        file.execute("CREATE TABLE notes (text TEXT)");
        try (Connection writer = file.connect();
                Connection other = file.connect();
                var writing = writer.createStatement();
                var waiting = other.createStatement()) {
            waiting.execute("PRAGMA busy_timeout = 1");
            writing.execute("BEGIN EXCLUSIVE");
            SQLException locked =
                    assertThrows(SQLException.class, () -> waiting.execute("INSERT INTO notes VALUES (1)"));
            expect("Another program keeps the warehouse " + file.path() + " locked", file.path(), locked);
        }
    }

    @Test
    void aDiskThatFails() {
        Path path = folder.resolve("analytics.db");
        expect(
                "Cannot read or write the warehouse " + path + ": [SQLITE_IOERR_READ] disk I/O error",
                path,
                new SQLiteException("[SQLITE_IOERR_READ] disk I/O error", SQLiteErrorCode.SQLITE_IOERR_READ));
    }

    private static void expect(String message, Path path, SQLException cause) {
        TidemarkException failure = assertThrows(
                TidemarkException.class,
                () -> new WarehouseFailures(path, FileKind.WAREHOUSE).explaining(() -> {
                    throw new PersistenceException(cause);
                }));
        assertEquals(message, failure.getMessage());
        assertEquals(Reason.WAREHOUSE, failure.reason());
    }
}
