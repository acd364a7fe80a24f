package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyTargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that cannot be read: exit code 3, and the target stays as it is. */
class CopySourceFaultTest {
    @TempDir
    private Path folder;

    @AutoClose
    private Teams teams;

    private List<String> before;

    @BeforeEach
    void load() {
        teams = Teams.loaded(folder, CopyTargetKind.MYSQL, "");
        before = teams.content();
    }

    @Test
    void itIsMissing() throws IOException {
        Files.delete(teams.source().path());
        requireFailure("There is no source");
        assertEquals(false, Files.exists(teams.source().path()));
    }

    @Test
    void itIsNoDatabase() throws IOException {
        Files.writeString(teams.source().path(), "id;name\n1;red\n".repeat(100));
        requireFailure("is not a SQLite database");
    }

    @Test
    void itIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(teams.source().path());
        Files.write(teams.source().path(), Arrays.copyOf(whole, whole.length / 2));
        requireFailure("is damaged");
    }

    @Test
    void itLacksATable() {
        teams.source().run("DROP TABLE Place");
        teams.cli().succeed("incremental");
        assertEquals("[hall, red]", teams.job().target().texts("SELECT name FROM place ORDER BY 1").toString());
    }

    @Test
    void itIsLocked() throws SQLException {
        teams.change();
        try (Connection writer = teams.source().connect();
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            String told = teams.cli().run("incremental", "--retries", "0").exitingWith(3).complaint();
            assertTrue(told.contains("keeps the source " + teams.source().path() + " locked"), told);
        }
        teams.cli().succeed("incremental");
        assertEquals(teams.wanted(), teams.content());
    }

    private void requireFailure(String message) {
        for (String command : List.of("init", "full-load", "incremental", "validate")) {
            String told = teams.cli().run(command).exitingWith(3).complaint();
            assertTrue(told.contains(message), told);
            assertTrue(told.contains(teams.source().path().toString()), told);
        }
        teams.cli().succeed("status");
        assertEquals(before, teams.content());
    }
}
