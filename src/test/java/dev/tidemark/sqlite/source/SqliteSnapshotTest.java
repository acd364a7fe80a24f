package dev.tidemark.sqlite.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.source.CopySnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Collation;

/** One consistent state of a file, while its application goes on writing. */
class SqliteSnapshotTest {
    private static final List<String> ID = List.of("id");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "TRUNCATE", "PERSIST", "WAL"})
    void aWriterDoesNotWaitAndTheReaderSeesOneState(String journal) throws SQLException {
        SourceDatabase database = SourceDatabase.create(
                folder,
                "PRAGMA journal_mode = " + journal,
                "CREATE TABLE t (id INTEGER PRIMARY KEY)",
                "INSERT INTO t WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                        + " SELECT i FROM n",
                "CREATE TABLE u (id INTEGER PRIMARY KEY)");
        try (CopySnapshot snapshot = database.source().snapshot();
                Connection writer = database.connect();
                var statement = writer.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            long read = snapshot.rows("t", ID, ID, rows -> {
                long count = 0;
                while (rows.hasNext()) {
                    rows.next();
                    if (count++ == 10) {
                        execute(statement, "DELETE FROM t WHERE id > 100");
                        execute(statement, "INSERT INTO u VALUES (1)");
                    }
                }
                return count;
            });
            assertEquals(5000, read);
            assertEquals(0, snapshot.count("u"));
        }
        try (CopySnapshot next = database.source().snapshot()) {
            assertEquals(100, next.count("t"));
            assertEquals(1, next.count("u"));
        }
    }

    @Test
    void aWriteAheadLogThatIsNotInTheFileYetIsRead() throws SQLException {
        SourceDatabase database = SourceDatabase.create(
                folder, "PRAGMA journal_mode = WAL", "CREATE TABLE t (id INTEGER PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        try (Connection writer = database.connect();
                var statement = writer.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("INSERT INTO t VALUES (2), (3)");
            assertEquals(List.of("Long 1", "Long 2", "Long 3"), database.rows("t", ID, ID));
            assertEquals(List.of(), copies());
        }
    }

    @Test
    void theFileIsLeftAsItIs() throws IOException {
        SourceDatabase database = SourceDatabase.create(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        byte[] content = Files.readAllBytes(database.path());
        try (CopySnapshot snapshot = database.source().snapshot()) {
            assertEquals(1, snapshot.tables().size());
        }
        assertArrayEquals(content, Files.readAllBytes(database.path()));
        assertEquals(List.of("app.db"), names());
    }

    @Test
    void aCopyIsForItsOwnerOnlyAndIsGoneAfterwards() throws IOException {
        SourceDatabase database = SourceDatabase.create(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        try (CopySnapshot snapshot = database.source().snapshot()) {
            Path copy = copies().getFirst();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolve("source.db"))));
            assertEquals(SourceDatabase.NOW, snapshot.takenAt());
            assertTrue(snapshot.version().matches("SQLite 3\\.\\d+\\.\\d+"), snapshot::version);
        }
        assertEquals(List.of(), copies());
    }

    @Test
    void theCopyOfAKilledRunIsDeletedByTheNextAndThatOfALivingOneIsNot() throws Exception {
        SourceDatabase database = SourceDatabase.create(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        database.path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertEquals("taken", process.inputReader().readLine());
            Path theirs = copies().getFirst();
            database.rows("t", ID, ID);
            assertEquals(List.of(theirs), copies());
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(List.of(theirs), copies());
            database.rows("t", ID, ID);
            assertEquals(List.of(), copies());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void twoSnapshotsOfOneProcessLeaveEachOtherAlone() {
        SourceDatabase database = SourceDatabase.create(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        try (CopySnapshot first = database.source().snapshot()) {
            database.execute("INSERT INTO t VALUES (1)");
            try (CopySnapshot second = database.source().snapshot()) {
                assertEquals(2, copies().size());
                assertEquals(0, first.count("t"));
                assertEquals(1, second.count("t"));
            }
            assertEquals(1, copies().size());
        }
    }

    @Test
    void anotherUsersFolderOfThisNameIsNotFollowed() throws IOException {
        SourceDatabase database = SourceDatabase.create(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.createFile(precious.resolve("file"));
        Files.createSymbolicLink(folder.resolve("tidemark-source-999999999-1"), precious);
        database.rows("t", ID, ID);
        assertTrue(Files.exists(precious.resolve("file")));
    }

    @Test
    void faultsAreTold() {
        SourceDatabase database = SourceDatabase.create(
                folder,
                "CREATE TABLE a (id INTEGER PRIMARY KEY)",
                "CREATE TABLE b (id INTEGER PRIMARY KEY, a REFERENCES a, n INTEGER)",
                "CREATE TABLE c (k TEXT PRIMARY KEY, a REFERENCES a) WITHOUT ROWID",
                "INSERT INTO b VALUES (1, 5, 1), (2, NULL, 1), (3, 6, 1)",
                "INSERT INTO c VALUES ('x', 9)",
                "INSERT INTO b VALUES (4, NULL, NULL)",
                "PRAGMA writable_schema = 1",
                "UPDATE sqlite_schema SET sql = replace(sql, 'n INTEGER', 'n INTEGER NOT NULL')");
        try (CopySnapshot snapshot = database.source().snapshot()) {
            assertEquals(
                    List.of(
                            "A row of c refers to a row of a that is missing",
                            "NULL value in b.n",
                            "The row with rowid 1 of b refers to a row of a that is missing",
                            "The row with rowid 3 of b refers to a row of a that is missing"),
                    snapshot.faults(10).stream().sorted().toList());
            assertEquals(2, snapshot.faults(2).size());
        }
    }

    @Test
    void aReferenceThatFitsNoKeyIsAFaultAndNotAFailure() {
        SourceDatabase database = SourceDatabase.create(
                folder,
                "CREATE TABLE a (id INTEGER PRIMARY KEY, n)",
                "CREATE TABLE b (id INTEGER PRIMARY KEY, a REFERENCES a (n))",
                "INSERT INTO b VALUES (1, 1)");
        try (CopySnapshot snapshot = database.source().snapshot()) {
            assertEquals(1, snapshot.faults(10).size());
            assertTrue(snapshot.faults(10).getFirst().contains("foreign key mismatch"), snapshot.faults(10)::toString);
            assertFalse(snapshot.tables().isEmpty());
        }
    }

    @Test
    void anOrderThatOnlyItsProgramKnowsIsNotNeeded() throws SQLException {
        SourceDatabase database = new SourceDatabase(folder.resolve("app.db"));
        try (Connection writer = database.connect();
                var statement = writer.createStatement()) {
            Collation.create(writer, "backwards", new Collation() {
                @Override
                protected int xCompare(String left, String right) {
                    return right.compareTo(left);
                }
            });
            statement.execute("CREATE TABLE t (id TEXT COLLATE backwards PRIMARY KEY)");
            statement.execute("INSERT INTO t VALUES ('a'), ('b')");
        }
        assertEquals(List.of("String a", "String b"), database.rows("t", ID, ID));
        try (CopySnapshot snapshot = database.source().snapshot()) {
            assertEquals(List.of("id"), snapshot.tables().getFirst().primaryKey());
            assertEquals(2, snapshot.count("t"));
            List<String> faults = snapshot.faults(5);
            assertEquals(1, faults.size());
            assertTrue(faults.getFirst().contains("no such collation sequence: backwards"), faults::toString);
        }
    }

    private List<Path> copies() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("tidemark-source-")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void execute(java.sql.Statement statement, String text) {
        try {
            statement.execute(text);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Takes a snapshot of a file, and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            new SourceDatabase(Path.of(arguments[0])).source().snapshot();
            System.out.println("taken");
            Thread.sleep(60_000);
        }
    }
}
