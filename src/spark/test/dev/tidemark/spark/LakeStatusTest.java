package dev.tidemark.spark;

import static dev.tidemark.support.JsonGuide.expectFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.spark.lake.Version;
import dev.tidemark.spark.status.LakeStatus;
import dev.tidemark.status.StatusResult;
import dev.tidemark.support.Json;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The status of a lake: its tables, its versions and its age. */
class LakeStatusTest {
    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @TempDir
    private static Path folder;

    private static LakeCli lake;

    @BeforeAll
    static void load() {
        lake = LakeCli.of(SAKILA, folder.resolve("lake"));
        lake.succeed("full-load");
        SAKILA.execute(
                "DELETE FROM payment WHERE payment_id = 3",
                "UPDATE customer SET last_update = '2031-05-06 07:08:09' WHERE customer_id = 1");
        lake.succeed("incremental");
    }

    @Test
    void theStatusTellsTheTablesAndTheVersions() {
        Version current = lake.version();

        JsonNode json = json(lake);

        expectFields(LakeStatus.class, json);
        assertTrue(json.path("sourceFailure").isNull());
        assertTrue(json.path("source").asString().endsWith("/" + SAKILA.name()), json::toString);
        assertEquals(11, json.path("tables").size());
        JsonNode customers = Json.find(json.path("tables"), "table", "dim_customer");
        expectFields(StatusResult.Table.class, customers);
        assertEquals("2031-05-06 07:08:09", customers.path("lastUpdate").asString());
        assertEquals(current.snapshotAt().toString(), customers.path("snapshotAt").asString());
        Instant now = Instant.parse(json.path("sourceTime").asString());
        assertEquals(
                Duration.between(current.snapshotAt(), now).toSeconds(), customers.path("lagSeconds").asLong());
        assertEquals(
                SAKILA.queryLong("SELECT count(*) FROM payment"),
                Json.find(json.path("tables"), "table", "fact_payment").path("rows").asLong());
        assertTrue(Json.find(json.path("tables"), "table", "dim_date").path("lastUpdate").isNull());
        assertEquals(2, json.path("versions").size());
        JsonNode newest = json.path("versions").get(0);
        expectFields(LakeStatus.KeptVersion.class, newest);
        assertEquals(2, newest.path("version").asLong());
        assertEquals("incremental", newest.path("command").asString());
        JsonNode first = json.path("versions").get(1);
        assertEquals("full-load", first.path("command").asString());
        assertEquals(newest.path("rows").asLong() + 1, first.path("rows").asLong());
        assertTrue(first.path("bytes").asLong() > 0 && first.path("files").asLong() >= 11, first::toString);
        // Both versions refer to the files that no change touched.
        assertTrue(
                json.path("fileBytes").asLong() < first.path("bytes").asLong() * 2, json::toString);
        assertTrue(json.path("fileBytes").asLong() > first.path("bytes").asLong(), json::toString);
    }

    @Test
    void theTextShowsTheSame() {
        String text = lake.succeed("status").out();

        assertTrue(text.startsWith("Lake    file:"), text);
        assertTrue(text.matches("(?s).*\\RSource  \\S+, its clock says \\S+ \\S+ UTC\\R.*"), text);
        assertTrue(text.matches("(?s).*\\Rfact_payment +[0-9,]+ +20\\S+ \\S+ +20\\S+ \\S+ +\\d+ s\\R.*"), text);
        assertTrue(text.matches("(?s).*\\R1 +full-load +20.*"), text);
        assertTrue(text.matches("(?s).*\\RThe lake is \\d+ s behind the source; readers see version 2\\.\\R"), text);
    }

    @Test
    void aLakeThatIsTooOldExitsWith1() throws IOException {
        assertTrue(lake.succeed("status", "--max-lag", "10m").out()
                .matches("OK: the lake is \\d+ s behind the source \\(at most 10 min\\)\\R"));
        assertEquals("", lake.succeed("status", "--max-lag", "10m", "--quiet").out());

        LakeCli old = ofTheYear2026();
        TidemarkCli.Result late = old.run("status", "--max-lag", "10m", "--quiet").exitingWith(1);
        assertTrue(late.out().startsWith("LATE: the lake is "), late::out);
        assertTrue(late.out().endsWith(" behind the source (at most 10 min)\n"), late::out);
        old.run("status", "--max-lag", "10m", "--format", "json").exitingWith(1);
    }

    @Test
    void aLakeThatWasNeverLoadedIsLate() {
        LakeCli never = LakeCli.of(SAKILA, folder.resolve("never"));
        TidemarkCli.Result late = never.run("status", "--max-lag", "10m").exitingWith(1);

        assertEquals("LATE: the lake was never loaded\n", late.out());
        assertTrue(never.succeed("status").out().endsWith("The lake was never loaded as a whole.\n"));
        assertEquals(0, json(never).path("versions").size());
    }

    @Test
    void withoutTheSourceTheLagIsByThisMachinesClock() {
        LakeCli alone = lake.with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:1/sakila");

        TidemarkCli.Result text = alone.succeed("status");

        assertTrue(text.out().contains("Source  127.0.0.1:1/sakila (cannot be reached)"), text::out);
        assertTrue(text.err().contains("connection refused. The lag is by this machine's clock."), text::err);
        String line = alone.succeed("status", "--max-lag", "10m").out();
        assertTrue(line.startsWith("OK: the lake is "), line);
        assertTrue(line.contains("; by this machine's clock: Cannot reach"), line);
        assertTrue(json(alone).path("sourceTime").isNull());
    }

    /** A lake with the same version, which shows the source as it was long ago. */
    private static LakeCli ofTheYear2026() throws IOException {
        Path version;
        try (Stream<Path> versions = Files.list(lake.lake().resolve("versions"))) {
            version = versions.filter(file -> file.toString().endsWith("2.json")).findFirst().orElseThrow();
        }
        Path other = Files.createDirectories(folder.resolve("old/versions"));
        String snapshot = "\"snapshotAt\":\"" + lake.version().snapshotAt() + "\"";
        Files.writeString(
                other.resolve(version.getFileName()),
                Files.readString(version).replace(snapshot, "\"snapshotAt\":\"2026-01-01T00:00:00Z\""));
        return LakeCli.of(SAKILA, folder.resolve("old"));
    }

    private static JsonNode json(LakeCli lake) {
        return Json.parse(lake.succeed("status", "--format", "json").out());
    }
}
