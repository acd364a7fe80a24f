package dev.tidemark.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.Json;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.SmallDisk;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The copy of the warehouse for readers elsewhere. */
class ExportTest {
    private static final int WRITE_VERSION = 18;

    @TempDir
    private Path folder;

    private WarehouseFile warehouse;
    private WarehouseFile export;
    private TidemarkCli tidemark;

    @BeforeEach
    void load() throws IOException {
        warehouse = LoadedWarehouse.copyTo(folder);
        export = new WarehouseFile(Files.createDirectory(folder.resolve("share")).resolve("analytics.db"));
        tidemark = TidemarkCli.in(Map.of("TIDEMARK_WAREHOUSE", warehouse.path().toString()));
    }

    @Test
    void isOneFileThatNobodyMayWriteWithTheWholeStar() throws IOException {
        String line = export().out();

        assertTrue(line.startsWith("Exported " + warehouse.path() + " to " + export.path() + " ("), line);
        assertTrue(line.matches("(?s).* [kM]B\\), which shows the source as of 20.* UTC\\.\\R"), line);
        assertEquals(1, Files.readAllBytes(export.path())[WRITE_VERSION], "It needs no write-ahead log");
        assertTrue(permissions().matches("r--(r--|---)(r--|---)"), permissions());
        assertEquals(StarContent.exactly(warehouse), StarContent.exactly(export));
        assertEquals(StarContent.byNaturalKeys(warehouse), StarContent.byNaturalKeys(export));
        assertEquals(List.of("analytics.db"), names());
    }

    @Test
    void showsTheCommittedStateWhileALoadGoesOn() throws Exception {
        Map<String, List<String>> committed = StarContent.exactly(warehouse);
        try (Connection load = warehouse.connect();
                Statement statement = load.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("DELETE FROM fact_payment");
            export();
            statement.execute("ROLLBACK");
        }
        assertEquals(committed, StarContent.exactly(export));
    }

    @Test
    void replacesAnOlderOneForItsReadersAndLetsThemEnd() throws Exception {
        export();
        Files.setPosixFilePermissions(export.path(), PosixFilePermissions.fromString("r--r-----"));
        try (Connection reader = export.connect();
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("SELECT rental_id FROM fact_rental ORDER BY rental_id")) {
            rows.next();
            warehouse.execute("DELETE FROM fact_payment");
            export();
            int read = 1;
            while (rows.next()) {
                read++;
            }
            assertEquals(400, read);
        }
        assertEquals(0, export.queryLong("SELECT count(*) FROM fact_payment"));
        assertEquals("r--r-----", permissions());
        assertEquals(List.of("analytics.db"), names());
    }

    @Test
    void replacesTheFileBehindALink() throws IOException {
        export();
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), export.path());
        warehouse.execute("DELETE FROM fact_payment");
        tidemark.succeed("export", "--output", link.toString());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(0, export.queryLong("SELECT count(*) FROM fact_payment"));
    }

    @Test
    void asJsonTellsTheFileAndItsTables() throws IOException {
        JsonNode json = tidemark.json(0, "export", "--output", export.path().toString());
        assertEquals(List.of("warehouse", "file", "bytes", "snapshotAt", "tables"), Json.names(json));
        assertEquals(Files.size(export.path()), json.path("bytes").asLong());
        assertEquals(400, Json.find(json.path("tables"), "table", "fact_payment").path("rows").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"analytics.db", "share/../analytics.db", "analytics.db-wal", "analytics.db.lock", "link.db"})
    void neverReplacesTheWarehouse(String file) throws IOException {
        Files.createSymbolicLink(folder.resolve("link.db"), warehouse.path());
        FolderContent before = FolderContent.of(folder);
        String complaint = tidemark.run("export", "--output", folder.resolve(file).toString())
                .exitingWith(2)
                .complaint();
        assertTrue(complaint.contains("An export cannot replace the warehouse " + warehouse.path()), complaint);
        assertEquals(before, FolderContent.of(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-journal"})
    void neverReplacesADatabaseInUse(String ending) throws IOException {
        export();
        Path log = Files.writeString(export.path().resolveSibling(export.path().getFileName() + ending), "pages");
        refused(2, export.path(), "a program uses it as a database, or died while it did: there is " + log);
        assertEquals(400, export.queryLong("SELECT count(*) FROM fact_payment"));
    }

    @Test
    void namesAFileThatIsNone() {
        refused(2, folder.resolve("nowhere/x.db"), "There is no folder " + folder.resolve("nowhere") + " for the export");
        refused(2, folder.resolve("share"), "Cannot export to " + folder.resolve("share"));
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailureThatLeavesNothing() {
        refused(4, export.path().resolveSibling("x".repeat(253)), "Cannot write the export ");
        assertEquals(List.of(), names());
    }

    @Test
    void aFullDiskIsAFailureThatLeavesTheOlderFile() throws IOException {
        try (SmallDisk disk = SmallDisk.mount()) {
            Path older = Files.writeString(disk.folder().resolve("export.db"), "older");
            disk.leaveFree(32);
            refused(4, older, "Cannot write the export " + older + " (--output): ");
            disk.free();
            assertEquals("older", Files.readString(older));
            assertEquals(
                    List.of(older.toString()),
                    FolderContent.of(disk.folder()).files().keySet().stream()
                            .filter(name -> name.contains("export"))
                            .toList());
        }
    }

    @Test
    void aWarehouseThatWasNeverFilledIsRefused() throws IOException {
        try (SakilaSchema sakila = SakilaSchema.small()) {
            TidemarkCli empty = TidemarkCli.of(sakila, folder.resolve("empty.db"));
            empty.succeed("init");
            String complaint =
                    empty.run("export", "--output", export.path().toString()).exitingWith(4).complaint();
            assertTrue(complaint.contains("was never filled. Try: run full-load first"), complaint);
        }
        assertEquals(List.of(), names());
    }

    @Test
    void aCopyHasNoWarehouse() {
        String complaint = TidemarkCli.in(Map.of(
                        "TIDEMARK_PIPELINE", "copy", "TIDEMARK_SOURCE_URL", "jdbc:sqlite:c.db",
                        "TIDEMARK_TARGET_URL", "jdbc:postgresql://localhost/c"))
                .run("export", "--output", export.path().toString())
                .exitingWith(2)
                .complaint();
        assertTrue(complaint.contains("A copy has no warehouse to export: its rows are in the target"), complaint);
    }

    private TidemarkCli.Result export() {
        return tidemark.succeed("export", "--output", export.path().toString());
    }

    private void refused(int exitCode, Path file, String message) {
        String complaint = tidemark.run("export", "--output", file.toString()).exitingWith(exitCode).complaint();
        assertTrue(complaint.contains(message), complaint);
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(export.path()));
    }

    private List<String> names() {
        return List.of(export.path().getParent().toFile().list());
    }
}
