package dev.tidemark.copy.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.SourceServers;
import dev.tidemark.support.Statements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated sources: they are consistent, of the size asked for, and the same for the same seed. */
class CopyGeneratorTest {
    @TempDir
    private Path folder;

    @Test
    void chinookIsConsistentAtEverySize() {
        for (int rows : List.of(200, 1_000, 15_607)) {
            Path file = folder.resolve("chinook" + rows);
            new ChinookGenerator(7, rows).write(file);
            expectConsistent(file, rows, 11);
            assertEquals(
                    List.of("0"),
                    rows(file, "SELECT COUNT(*) FROM Invoice i WHERE abs(Total - (SELECT SUM(UnitPrice * Quantity)"
                            + " FROM InvoiceLine l WHERE l.InvoiceId = i.InvoiceId)) > 0.001"));
        }
    }

    @Test
    void chinookHasWhatIsHardToCopy() {
        Path file = folder.resolve("chinook");
        new ChinookGenerator(7, 15_607).write(file);
        assertEquals(List.of("real"), rows(file, "SELECT DISTINCT typeof(UnitPrice) FROM Track"));
        assertEquals(List.of("text"), rows(file, "SELECT DISTINCT typeof(InvoiceDate) FROM Invoice"));
        assertEquals(List.of("2"), rows(file, "SELECT COUNT(*) FROM Playlist WHERE Name = 'Music'"));
        assertEquals(List.of("1"), rows(file, "SELECT COUNT(*) FROM Employee WHERE ReportsTo IS NULL"));
        long unknown = Long.parseLong(rows(file, "SELECT COUNT(*) FROM Track WHERE Composer IS NULL").getFirst());
        assertTrue(unknown > 500, () -> unknown + " tracks without a composer");
    }

    @Test
    void aGitHistoryIsConsistentAtEverySize() {
        for (int rows : List.of(200, 1_000, 20_000)) {
            Path file = folder.resolve("git" + rows);
            new GitHistoryGenerator(7, rows).write(file);
            expectConsistent(file, rows, 9);
            assertEquals(
                    List.of("0"),
                    rows(file, "SELECT COUNT(*) FROM pull_requests p JOIN commits c ON c.id = p.merge_commit_id"
                            + " WHERE c.repository_id <> p.repository_id"));
        }
    }

    @Test
    void aGitHistorysTablesCanBeMadeInMySql() throws SQLException {
        try (Connection connection = SourceServers.own().connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE git_history_tables");
            try {
                statement.execute("USE git_history_tables");
                for (String table : GitHistoryGenerator.mySqlTables()) {
                    statement.execute(table);
                }
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM information_schema.tables"
                        + " WHERE table_schema = 'git_history_tables'")) {
                    assertTrue(count.next());
                    assertEquals(9, count.getInt(1));
                }
            } finally {
                statement.execute("DROP DATABASE git_history_tables");
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameFile() {
        expectSame((seed, file) -> new ChinookGenerator(seed, 1_000).write(file));
        expectSame((seed, file) -> new GitHistoryGenerator(seed, 1_000).write(file));
    }

    private void expectSame(BiConsumer<Long, Path> generator) {
        FolderContent content = content(generator, 1);
        assertEquals(content, content(generator, 1));
        assertNotEquals(content, content(generator, 2));
    }

    private FolderContent content(BiConsumer<Long, Path> generator, long seed) {
        Path file = folder.resolve("file");
        generator.accept(seed, file);
        FolderContent content = FolderContent.of(file);
        assertTrue(file.toFile().delete());
        return content;
    }

    private static void expectConsistent(Path file, int wanted, int tables) {
        assertEquals(List.of("ok"), rows(file, "PRAGMA integrity_check"));
        assertEquals(List.of(), rows(file, "PRAGMA foreign_key_check"));
        List<String> names = rows(file, "SELECT name FROM sqlite_schema WHERE type = 'table'");
        assertEquals(tables, names.size());
        long rows = names.stream()
                .mapToLong(name -> Long.parseLong(rows(file, "SELECT COUNT(*) FROM " + name).getFirst()))
                .sum();
        assertTrue(rows > wanted * 0.8 && rows < wanted * 1.25, () -> rows + " rows, not " + wanted);
    }

    private static List<String> rows(Path file, String query) {
        Statements plainly = () -> DriverManager.getConnection("jdbc:sqlite:" + file);
        return plainly.texts(query);
    }
}
