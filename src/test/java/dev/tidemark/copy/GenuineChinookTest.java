package dev.tidemark.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The genuine Chinook, where {@code -Dtidemark.test.chinook} names its SQLite file. */
@EnabledIfSystemProperty(named = "tidemark.test.chinook", matches = ".+")
class GenuineChinookTest {
    private static final int ROWS = 15_607;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void isCarriedOverExactly(CopyTargetKind kind) throws IOException {
        Path file = folder.resolve("chinook.db");
        Files.write(file, Files.readAllBytes(Path.of(System.getProperty("tidemark.test.chinook"))));
        SqliteFile source = new SqliteFile(file);
        try (CopyJob job = CopyJob.in(folder, "chinook", source, kind, "")) {
            job.cli().succeed("init");

            JsonNode first = job.cli().json(0, "full-load");

            assertEquals(ROWS, first.at("/total/inserted").asInt());
            assertEquals(List.of("2328.60"), job.target().texts("SELECT sum(unit_price * quantity) FROM invoice_line"));
            assertEquals(List.of("977"), job.target().texts("SELECT count(*) FROM track WHERE composer IS NULL"));
            assertEquals(List.of("1"), job.target().texts("SELECT count(*) FROM employee WHERE reports_to IS NULL"));

            source.run(
                    "UPDATE Track SET UnitPrice = 1.29 WHERE TrackId % 100 = 0",
                    "DELETE FROM PlaylistTrack WHERE PlaylistId = 5",
                    "INSERT INTO Artist VALUES (9000, 'Somebody new')");
            JsonNode second = job.cli().json(0, "incremental");

            assertEquals(1, second.at("/total/inserted").asInt());
            assertEquals(List.of("1.29"), job.target().texts("SELECT unit_price FROM track WHERE track_id = 100"));
            job.cli().succeed("validate", "--fail-on", "warning");
        }
    }
}
