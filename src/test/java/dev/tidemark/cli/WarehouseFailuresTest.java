package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.OlderWarehouse;
import dev.tidemark.support.TableLock;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import dev.tidemark.support.WarehouseFile;
import dev.tidemark.support.WithUnchangedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit code 4: the warehouse is missing, not initialised, not a Tidemark database, or not writable. */
class WarehouseFailuresTest extends WithUnchangedSource {
    private static final List<String> ALL = List.of("init", "full-load", "incremental", "validate", "status");
    private static final List<String> BUT_INIT = ALL.subList(1, ALL.size());

    @Test
    void thereIsNone() {
        expect(BUT_INIT, folder.resolve("none.db"), "There is no warehouse at");
    }

    @Test
    void thereIsNoFolderForIt() {
        expect(List.of("init"), folder.resolve("nowhere/analytics.db"), "There is no folder");
        expect(BUT_INIT, folder.resolve("nowhere/analytics.db"), "There is no warehouse at");
    }

    @Test
    void itIsAFolder() throws IOException {
        expect(ALL, Files.createDirectory(folder.resolve("folder.db")), "is a folder, not a warehouse");
    }

    @Test
    void itIsADeviceOrAPipe() throws Exception {
        Path pipe = folder.resolve("pipe.db");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        for (Path file : List.of(pipe, Path.of("/dev/null"))) {
            for (String command : ALL) {
                String complaint = tidemark.with("TIDEMARK_WAREHOUSE", file.toString())
                        .run(command)
                        .exitingWith(4)
                        .complaint();
                assertTrue(complaint.contains(file + " is a device or a pipe, not a warehouse"), complaint);
            }
        }
        assertFalse(Files.exists(Path.of("/dev/null.lock")));
    }

    @Test
    void itIsALinkToNoFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("none.db"));
        String complaint =
                tidemark.with("TIDEMARK_WAREHOUSE", link.toString()).run("init").exitingWith(4).complaint();
        assertTrue(complaint.contains("The link " + link + " leads to no file"), complaint);
    }

    @Test
    void itIsNotSqlite() throws IOException {
        expect(ALL, Files.writeString(folder.resolve("letter.txt"), "Dear reader"), "is not a SQLite database");
        expect(ALL, Files.writeString(folder.resolve("a"), "a"), "is not a SQLite database");
        byte[] header = "SQLite format 3\0and then something else, for more than a hundred bytes".repeat(2).getBytes();
        expect(ALL, Files.write(folder.resolve("forged.db"), header), "is not a SQLite database");
    }

    @Test
    void itIsEmpty() throws IOException {
        expect(BUT_INIT, Files.createFile(folder.resolve("empty.db")), "is not initialised. Try: run init.");
    }

    @Test
    void itBelongsToAnotherProgram() {
        WarehouseFile other = new WarehouseFile(folder.resolve("other.db"));
        other.execute("CREATE TABLE notes (text TEXT)", "INSERT INTO notes VALUES ('mine')");
        expect(ALL, other.path(), "is a SQLite database, but not a Tidemark warehouse");
    }

    @Test
    void itBelongsToAnotherProgramThatUsesAWriteAheadLog() {
        WarehouseFile other = new WarehouseFile(folder.resolve("other.db"));
        other.execute("PRAGMA journal_mode = WAL", "CREATE TABLE notes (text TEXT)");
        expect(ALL, other.path(), "is a SQLite database, but not a Tidemark warehouse");
    }

    @Test
    void itIsFromANewerTidemark() throws IOException {
        warehouse.execute("INSERT INTO flyway_schema_history SELECT installed_rank + 100, '99', 'later', 'SQL', script,"
                + " checksum, installed_by, installed_on, execution_time, 1 FROM flyway_schema_history LIMIT 1");
        // Every warehouse has its lock beside it, but this copy.
        Files.createFile(folder.resolve("analytics.db.lock"));
        expect(ALL, warehouse.path(), "is from a newer Tidemark: schema version 99");
    }

    @Test
    void itIsFromAnOlderTidemark() {
        OlderWarehouse.turnBack(warehouse);
        expect(
                List.of("incremental", "status", "validate", "full-load"),
                warehouse.path(),
                "has schema version 3, older than ");
    }

    @Test
    void itHasSomethingOfItsOwnWhereAnUpgradePutsAView() {
        String listed = "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY rowid";
        List<String> views = warehouse.rows(listed);
        for (String taken : List.of(views.getFirst(), views.getLast())) {
            for (String kind : List.of("VIEW " + taken + " AS SELECT 4711 AS mine", "TABLE " + taken + " (mine)")) {
                OlderWarehouse.turnBack(warehouse);
                warehouse.rows(listed).forEach(view -> warehouse.execute("DROP VIEW " + view));
                warehouse.execute("DELETE FROM flyway_schema_history WHERE version = '3'", "CREATE " + kind);
                String complaint = tidemark.run("init").exitingWith(4).complaint();
                String name = kind.substring(0, kind.indexOf(' ')).toLowerCase(Locale.ROOT) + " " + taken;
                assertTrue(complaint.contains("has a " + name + " of its own, where Tidemark puts one now"), complaint);
                assertTrue(complaint.contains("Try: rename that "), complaint);
                assertEquals(
                        List.of(taken + "|mine"),
                        warehouse.rows("SELECT s.name, c.name FROM sqlite_schema s, pragma_table_info(s.name) c WHERE "
                                + "s.name IN ('" + String.join("', '", views) + "')"));
                warehouse.execute("DROP " + kind.substring(0, kind.indexOf(' ')) + " " + taken);
                tidemark.succeed("init");
                assertEquals(views, warehouse.rows(listed));
            }
        }
    }

    @Test
    void itIsDamaged() throws IOException {
        byte[] content = Files.readAllBytes(warehouse.path());
        Arrays.fill(content, 4_096, content.length, (byte) 0x5A);
        Files.write(warehouse.path(), content);
        expect(List.of("incremental", "status"), warehouse.path(), "is damaged. Try: move it away");
    }

    @Test
    void itWasNeverFilled() {
        Path empty = folder.resolve("empty.db");
        TidemarkCli.of(sakila, empty).succeed("init");
        expect(List.of("incremental", "validate"), empty, "was never filled. Try: run full-load first.");
    }

    @Test
    void itCannotBeRead() {
        // Files that not even root can read: the first says so, the second fails at it.
        Path closed = Path.of("/proc/sys/vm/compact_memory");
        expect(ALL, closed, "The warehouse " + closed + " is not readable");
        expect(ALL, Path.of("/proc/self/mem"), "Cannot read the warehouse /proc/self/mem: Input/output error. Try: ");
    }

    @Test
    void somethingElseIsInThePlaceOfItsLog() throws IOException {
        Files.createDirectory(folder.resolve("analytics.db-wal"));
        expect(List.of("status"), warehouse.path(), "Cannot open the warehouse " + warehouse.path());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "-Djava.io.tmpdir=%s", "-Dorg.sqlite.tmpdir=%s", "-Djava.io.tmpdir=%1$s -Dorg.sqlite.lib.path=%1$s"
    })
    void thereIsNoRoomForTheLibraryOfSqlite(String options) {
        TidemarkCli roomless = tidemark.with("JDK_JAVA_OPTIONS", options.formatted(folder.resolve("none")));
        try (TidemarkProcess status = TidemarkProcess.start(roomless, "status")) {
            List<String> err = status.result().exitingWith(4).err().lines()
                    .filter(line -> !line.matches("(NOTE|WARNING): .*")) // the JVM's own
                    .toList();
            assertEquals(1, err.size(), err::toString);
            assertTrue(err.getFirst().startsWith("tidemark: SQLite's library cannot be loaded: "), err::toString);
        }
    }

    @Test
    void aKilledProcessLeavesNoLibraryBehind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        TidemarkCli unpacking = tidemark.with("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        try (TableLock lock = TableLock.on(sakila, "city");
                TidemarkProcess load = TidemarkProcess.start(unpacking, "full-load")) {
            lock.awaitReader();
            load.kill();
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void nobodyMayWriteThere() {
        // A place where not even root can make a file.
        expect(List.of("init"), Path.of("/proc/tidemark-analytics.db"), "Cannot lock the warehouse by /proc/tidemark-");
    }

    private void expect(List<String> commands, Path file, String expected) {
        TidemarkCli failing = TidemarkCli.of(sakila, file);
        for (String command : commands) {
            FolderContent before = FolderContent.of(folder);
            String complaint = failing.run(command).exitingWith(4).complaint();
            assertTrue(complaint.contains(expected), complaint);
            assertEquals(before, FolderContent.of(folder), command);
        }
    }
}
