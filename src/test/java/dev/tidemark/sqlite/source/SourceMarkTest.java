package dev.tidemark.sqlite.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever writes to a file gives it another mark, or takes its mark away. */
class SourceMarkTest {
    @TempDir
    private Path folder;

    private Path path;
    private SqliteFile file;

    @BeforeEach
    void create() {
        path = folder.resolve("source.db");
        file = new SqliteFile(path);
        file.run("CREATE TABLE t (a INTEGER)", "INSERT INTO t VALUES (1)");
    }

    @Test
    void aFileThatIsOnlyReadKeepsIt() throws IOException {
        String mark = later().orElseThrow();
        assertEquals(List.of("1"), file.texts("SELECT a FROM t"));
        assertEquals(mark, later().orElseThrow());
    }

    @Test
    void aFileThatWasWrittenToAMomentAgoHasNone() throws IOException {
        Instant changed = ((FileTime) Files.getAttribute(path, "unix:ctime")).toInstant();
        assertEquals(Optional.empty(), SourceMark.of(path, changed));
        assertEquals(Optional.empty(), SourceMark.of(path, changed.plusSeconds(2)));
        assertEquals(Optional.empty(), SourceMark.of(path, changed.minusSeconds(60)));
        assertTrue(SourceMark.of(path, changed.plusSeconds(2).plusNanos(1)).isPresent());
    }

    @Test
    void aWriteChangesItAlsoIfItsTimeIsSetBack() throws IOException {
        FileTime modified = Files.getLastModifiedTime(path);
        String mark = later().orElseThrow();
        file.run("UPDATE t SET a = 2");
        Files.setLastModifiedTime(path, modified);
        assertNotEquals(mark, later().orElseThrow());
    }

    @Test
    void aFileThatTakesItsPlaceHasAnother() throws IOException {
        Path copy = folder.resolve("backup.db");
        Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        String mark = later().orElseThrow();
        Files.move(copy, path, StandardCopyOption.REPLACE_EXISTING);
        assertNotEquals(mark, later().orElseThrow());
    }

    @Test
    void theWriteAheadLogCounts() throws IOException, SQLException {
        file.run("PRAGMA journal_mode = WAL");
        String before = later().orElseThrow();
        // The last connection that is closed moves the log's content to the file.
        try (Connection open = file.connect();
                Statement statement = open.createStatement()) {
            statement.execute("INSERT INTO t VALUES (9)");
            file.run("INSERT INTO t VALUES (2)");
            String first = later().orElseThrow();
            file.run("INSERT INTO t VALUES (3)");
            String second = later().orElseThrow();
            assertTrue(Files.size(folder.resolve("source.db-wal")) > 0);
            assertNotEquals(before, first);
            assertNotEquals(first, second);
        }
    }

    private Optional<String> later() throws IOException {
        return SourceMark.of(path, Instant.now().plusSeconds(60));
    }
}
