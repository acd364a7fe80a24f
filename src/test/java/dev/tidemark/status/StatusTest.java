package dev.tidemark.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.Json;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How level the warehouse is, and what the last runs did. */
class StatusTest {
    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @TempDir
    private Path folder;

    private WarehouseFile warehouse;
    private TidemarkCli tidemark;

    @BeforeEach
    void load() {
        warehouse = LoadedWarehouse.copyTo(folder);
        tidemark = TidemarkCli.of(SAKILA, warehouse.path());
    }

    @Test
    void beforeAFullLoadNothingHasAWatermark() {
        TidemarkCli fresh = TidemarkCli.of(SAKILA, folder.resolve("new.db"));
        fresh.succeed("init");
        JsonNode films = Json.find(status(fresh).path("tables"), "table", "dim_film");
        assertEquals(0, films.path("rows").asLong());
        assertTrue(films.path("watermark").isNull() && films.path("snapshotAt").isNull());
        assertTrue(films.path("lagSeconds").isNull());
        assertTrue(fresh.succeed("status").out().contains("never loaded"));
    }

    @Test
    void afterALoadEveryTableHasRowsWatermarkAndLag() {
        tidemark.succeed("full-load");
        JsonNode status = status(tidemark);
        Json.elements(status.path("tables")).forEach(table -> {
            String name = table.path("table").asString();
            assertEquals(warehouse.queryLong("SELECT count(*) FROM " + name), table.path("rows").asLong(), name);
            long lag = table.path("lagSeconds").asLong(-1);
            assertTrue(lag >= 0 && lag < 60, table::toString);
        });
        assertTrue(status.path("source").asString().endsWith("/" + SAKILA.name()));
    }

    @Test
    void theLagIsMeasuredByTheSourcesClock() {
        warehouse.execute("UPDATE sync_state SET snapshot_at = '2026-01-01 00:00:00'");
        TidemarkCli elsewhere = tidemark.at(Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC));
        JsonNode status = status(elsewhere);
        long expected = Instant.parse(status.path("sourceTime").asString()).getEpochSecond()
                - Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        assertEquals(expected, status.path("tables").get(0).path("lagSeconds").asLong());
    }

    @Test
    void withoutTheSourceItIsMeasuredByThisMachinesClock() {
        warehouse.execute("UPDATE sync_state SET snapshot_at = '2026-01-01 00:00:00'");
        TidemarkCli cutOff = tidemark.with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:1/sakila")
                .at(Clock.fixed(Instant.parse("2026-01-01T01:01:01Z"), ZoneOffset.UTC));

        TidemarkCli.Result result = cutOff.succeed("status", "--format", "json");

        JsonNode status = Json.parse(result.out());
        assertEquals(3_661, status.path("tables").get(0).path("lagSeconds").asLong());
        assertTrue(status.path("sourceTime").isNull());
        assertTrue(status.path("sourceFailure").asString().startsWith("Cannot reach the source at 127.0.0.1:1/sakila"));
        assertTrue(result.err().endsWith("The lag is by this machine's clock.\n"), result.err());
        assertEquals(1, result.err().lines().count());
    }

    @Test
    void theLastFiveRunsAreShownTheLatestFirst() {
        tidemark.succeedAll("incremental", "incremental", "init", "incremental", "full-load");
        tidemark.with("TIDEMARK_SOURCE_PASSWORD", "wrong").run("incremental").exitingWith(3);

        List<String> runs = Json.elements(status(tidemark).path("runs"))
                .map(run -> run.path("command").asString() + " " + run.path("outcome").asString())
                .toList();

        assertEquals(
                List.of("incremental failed", "full-load succeeded", "incremental succeeded", "init succeeded",
                        "incremental succeeded"),
                runs);
        String text = tidemark.succeed("status").out();
        assertTrue(text.contains("refuses the login of user \"root\""), text);
    }

    @Test
    void aRunThatDiedIsShownAsInterrupted() {
        warehouse.execute("INSERT INTO sync_run (command, started_at, outcome)"
                + " VALUES ('full-load', '2026-01-01 00:00:00', 'running')");
        JsonNode run = status(tidemark).path("runs").get(0);
        assertEquals("interrupted", run.path("outcome").asString());
        assertTrue(run.path("finishedAt").isNull());
        assertTrue(tidemark.succeed("status").out().contains("interrupted"));
    }

    @Test
    void itChangesNothing() {
        tidemark.succeed("incremental");
        FolderContent before = FolderContent.of(folder);
        tidemark.succeedAll("status", "validate");
        assertEquals(before, FolderContent.of(folder));
    }

    @Test
    void textAndJsonAgree() {
        JsonNode status = status(tidemark);
        String text = tidemark.succeed("status").out().replace(",", "");
        for (JsonNode table : status.path("tables").values()) {
            String line = " *%s +%d +%s +%s .*".formatted(
                    table.path("table").asString(), table.path("rows").asLong(), time(table.path("snapshotAt")),
                    time(table.path("watermark")));
            assertTrue(text.lines().anyMatch(found -> found.matches(line)), () -> line + " in\n" + text);
        }
    }

    private static String time(JsonNode instant) {
        return instant.asString().replace('T', ' ').replace("Z", "");
    }

    private static JsonNode status(TidemarkCli tidemark) {
        return Json.parse(tidemark.succeed("status", "--format", "json").out());
    }
}
