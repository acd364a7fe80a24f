package dev.tidemark.sqlite.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.support.SmallDisk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a source cannot be read. */
class SourceFailuresTest {
    private static final String TABLE = "CREATE TABLE t (id INTEGER PRIMARY KEY, content)";
    private static final String MEGABYTES = "INSERT INTO t VALUES (1, zeroblob(3000000))";

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsNotCreated() {
        expect("There is no source " + at("app.db"), at("app.db"));
        assertFalse(Files.exists(at("app.db")));
    }

    @Test
    void aFolder() {
        expect("The source " + folder + " is a folder", folder);
    }

    @Test
    void anEmptyFile() throws IOException {
        expect("The source " + at("app.db") + " is empty", Files.createFile(at("app.db")));
    }

    @Test
    void aFileThatIsNoDatabase() throws IOException {
        expect(
                "The source " + at("app.db") + " is not a SQLite database, or it is encrypted",
                Files.writeString(at("app.db"), "Id,Name\n1,one\n".repeat(1000)));
    }

    @Test
    void aDatabaseWhoseHeaderSqliteDoesNotTake() throws IOException {
        SourceDatabase database = SourceDatabase.create(folder, TABLE);
        overwrite(database.path(), 16, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        expect("The source " + database.path() + " is not a SQLite database, or it is encrypted", database.path());
    }

    @Test
    void aDamagedFile() throws IOException {
        SourceDatabase database = SourceDatabase.create(folder, TABLE, "INSERT INTO t VALUES (1, 'x')");
        byte[] noise = new byte[4096];
        Arrays.fill(noise, (byte) 0x5a);
        overwrite(database.path(), 4096, noise);
        try (CopySnapshot snapshot = database.source().snapshot()) {
            TidemarkException failure = assertThrows(
                    TidemarkException.class,
                    () -> SourceDatabase.rows(snapshot, "t", List.of("content"), List.of("id")));
            assertEquals("The source " + database.path() + " is damaged", failure.getMessage());
            assertEquals(Reason.SOURCE, failure.reason());
        }
    }

    @Test
    void aFileWhoseEndIsMissing() throws IOException {
        SourceDatabase database = SourceDatabase.create(folder, TABLE, MEGABYTES);
        try (RandomAccessFile file = new RandomAccessFile(database.path().toFile(), "rw")) {
            file.setLength(file.length() - 100);
        }
        expect("The source " + database.path() + " is damaged", database.path());
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void aFileThatAWriterKeepsLockedMayBeFreeLater() throws SQLException {
        SourceDatabase database = SourceDatabase.create(folder, TABLE);
        try (Connection writer = database.connect();
                var statement = writer.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertTrue(expect("Another program keeps the source " + database.path() + " locked", database.path())
                    .mayPass());
            statement.execute("ROLLBACK");
        }
        assertEquals(List.of(), database.rows("t", List.of("id"), List.of("id")));
    }

    @Test
    void aChangeThatItsProgramDidNotFinish() throws Exception {
        SourceDatabase database = SourceDatabase.create(folder, TABLE, MEGABYTES);
        Path crashed = at("crashed.db");
        try (Connection writer = database.connect();
                var statement = writer.createStatement()) {
            statement.execute("PRAGMA cache_size = 1");
            statement.execute("BEGIN");
            statement.execute("UPDATE t SET content = zeroblob(3000001)");
            Files.copy(database.path(), crashed);
            Files.copy(at("app.db-journal"), at("crashed.db-journal"), StandardCopyOption.REPLACE_EXISTING);
            statement.execute("ROLLBACK");
        }
        expect(
                "A program ended in the middle of a change to the source " + crashed + ", which must be undone",
                crashed);
    }

    @Test
    void aFolderWithoutRoomForTheCopy() throws IOException {
        SourceDatabase database = SourceDatabase.create(folder, TABLE, MEGABYTES);
        try (SmallDisk disk = SmallDisk.mount()) {
            disk.leaveFree(1000);
            TidemarkException failure = assertThrows(
                    TidemarkException.class, () -> new SqliteSource(database.path(), disk.folder()).snapshot());
            assertEquals(Reason.SOURCE, failure.reason());
            assertTrue(
                    failure.getMessage().matches("The source .*app\\.db \\(3,\\d{3},\\d{3} bytes\\) does not fit in the"
                            + " folder " + disk.folder() + ", which has room for 1,\\d{3},\\d{3} bytes"),
                    failure.getMessage());
            assertEquals(List.of("filling"), List.of(disk.folder().toFile().list()));
        }
    }

    @Test
    void aFolderForTheCopyThatIsMissing() {
        SourceDatabase database = SourceDatabase.create(folder, TABLE);
        TidemarkException failure = assertThrows(
                TidemarkException.class, () -> new SqliteSource(database.path(), at("gone")).snapshot());
        assertEquals(
                "Cannot copy the source " + database.path() + " to the folder " + at("gone")
                        + ": there is no such file or folder",
                failure.getMessage());
    }

    @Test
    void aWriteAheadLogInAFolderThatIsReadOnly() throws IOException {
        try (SmallDisk disk = SmallDisk.mount()) {
            SourceDatabase database = SourceDatabase.create(disk.folder(), "PRAGMA journal_mode = WAL", TABLE);
            disk.protect(true);
            TidemarkException failure = expect(
                    "The source " + database.path() + " is in WAL mode, and SQLite cannot make or open the file"
                            + " app.db-shm beside it, which a reader needs",
                    database.path());
            assertTrue(failure.hint().startsWith("allow writing in the folder " + disk.folder()), failure.hint());
        }
    }

    @Test
    void aFolderThatIsReadOnlyIsEnoughWithoutAWriteAheadLog() throws IOException {
        try (SmallDisk disk = SmallDisk.mount()) {
            SourceDatabase database = SourceDatabase.create(disk.folder(), TABLE);
            disk.protect(true);
            try (CopySnapshot snapshot = new SqliteSource(database.path(), folder).snapshot()) {
                assertEquals(0, snapshot.count("t"));
            }
        }
    }

    private TidemarkException expect(String message, Path path) {
        TidemarkException failure = assertThrows(
                TidemarkException.class, () -> new SourceDatabase(path).source().snapshot());
        assertEquals(message, failure.getMessage());
        assertEquals(Reason.SOURCE, failure.reason());
        return failure;
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private static void overwrite(Path path, long position, byte[] bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(position);
            file.write(bytes);
        }
    }
}
