package dev.tidemark.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithUnchangedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How level the warehouse is, and what the last runs did. */
class StatusTest extends WithUnchangedSource {
    @Test
    void beforeAFullLoadNothingIsKnownOfTheSource() {
        TidemarkCli fresh = TidemarkCli.of(sakila, folder.resolve("new.db"));
        fresh.succeed("init");
        JsonNode films = Json.find(fresh.json(0, "status").path("tables"), "table", "dim_film");
        assertEquals(0, films.path("rows").asLong());
        assertTrue(films.path("lastUpdate").isNull() && films.path("snapshotAt").isNull());
        assertTrue(films.path("lagSeconds").isNull());
        assertTrue(fresh.succeed("status").out().contains("never loaded"));
    }

    @Test
    void afterALoadEveryTableHasRowsAndLag() {
        tidemark.succeed("full-load");
        JsonNode status = tidemark.json(0, "status");
        Json.elements(status.path("tables")).forEach(table -> {
            String name = table.path("table").asString();
            assertEquals(warehouse.queryLong("SELECT count(*) FROM " + name), table.path("rows").asLong(), name);
            long lag = table.path("lagSeconds").asLong(-1);
            assertTrue(lag >= 0 && lag < 60, table::toString);
        });
        assertTrue(status.path("source").asString().endsWith("/" + sakila.name()));
    }

    @Test
    void afterALoadEveryTableTellsTheLatestUpdateOfItsSource() {
        Map<String, String> sources = Map.of(
                "dim_film", "film", "dim_actor", "actor", "dim_customer", "customer", "bridge_film_actor", "film_actor",
                "fact_rental", "rental", "fact_payment", "payment");
        tidemark.succeed("full-load");
        JsonNode tables = tidemark.json(0, "status").path("tables");
        sources.forEach((table, source) -> assertEquals(
                sakila.query(String.class, "SELECT CAST(max(last_update) AS CHAR) FROM " + source),
                Json.find(tables, "table", table).path("lastUpdate").asString(),
                table));
        assertTrue(Json.find(tables, "table", "dim_date").path("lastUpdate").isNull());
    }

    @Test
    void theLagIsMeasuredByTheSourcesClock() {
        warehouse.execute("UPDATE sync_state SET snapshot_at = '2026-01-01 00:00:00'");
        TidemarkCli elsewhere = tidemark.at(Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC));
        JsonNode status = elsewhere.json(0, "status");
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

        List<String> runs = Json.elements(tidemark.json(0, "status").path("runs"))
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
        JsonNode run = tidemark.json(0, "status").path("runs").get(0);
        assertEquals("interrupted", run.path("outcome").asString());
        assertTrue(run.path("finishedAt").isNull());
        assertTrue(tidemark.succeed("status").out().contains("interrupted"));
    }

    @Test
    void asManyRunsAreShownAsAreAskedFor() {
        tidemark.succeedAll("incremental", "incremental");
        assertEquals(4, tidemark.json(0, "status", "--runs", "9").path("runs").size());
        assertEquals(0, tidemark.json(0, "status", "--runs=0").path("runs").size());
    }

    @Test
    void onlyTheLastRunsAreKeptAndTheOneThatTablesAreLevelBy() {
        long level = warehouse.queryLong("SELECT max(run_id) FROM sync_state");
        TidemarkCli failing = tidemark.with("TIDEMARK_KEEP_RUNS", "3").with("TIDEMARK_SOURCE_PASSWORD", "wrong");
        for (int run = 0; run < 4; run++) {
            failing.run("incremental").exitingWith(3);
        }
        assertEquals(
                List.of(level + "|full-load", (level + 2) + "|incremental", (level + 3) + "|incremental",
                        (level + 4) + "|incremental"),
                warehouse.rows("SELECT id, command FROM sync_run ORDER BY id"));
        tidemark.succeed("incremental", "--keep-runs", "1");
        assertEquals(2, warehouse.queryLong("SELECT count(*) FROM sync_run"));
        tidemark.succeed("incremental", "--keep-runs", "1");
        assertEquals(2, warehouse.queryLong("SELECT count(*) FROM sync_run"));
    }

    @Test
    void oneLineAndTheExitCodeTellWhetherItIsTooOld() {
        warehouse.execute("UPDATE sync_state SET snapshot_at = '2026-01-01 00:00:00'");
        TidemarkCli cutOff = tidemark.with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:1/sakila");
        TidemarkCli fresh = cutOff.at(Clock.fixed(Instant.parse("2026-01-01T00:15:00Z"), ZoneOffset.UTC));
        String line = fresh.succeed("status", "--max-lag", "15m").out();
        assertTrue(line.startsWith("OK: the warehouse is 15 min behind the source (at most 15 min); by this"
                + " machine's clock: Cannot reach the source at 127.0.0.1:1/sakila"), line);
        assertEquals("", fresh.succeed("status", "--max-lag", "15m").err());
        TidemarkCli old = cutOff.at(Clock.fixed(Instant.parse("2026-01-01T00:15:01Z"), ZoneOffset.UTC));
        assertTrue(old.run("status", "--max-lag", "15m").exitingWith(1).out().startsWith("LATE: the warehouse is 15"));
        assertEquals(1, old.run("status", "--max-lag", "15m").out().lines().count());
    }

    @Test
    void aWarehouseThatWasNeverLoadedIsTooOld() {
        TidemarkCli fresh = TidemarkCli.of(sakila, folder.resolve("new.db"));
        fresh.succeed("init");
        assertEquals(
                "LATE: the warehouse was never loaded\n",
                fresh.run("status", "--max-lag", "1000d").exitingWith(1).out());
    }

    @Test
    void metricsAreWhatPrometheusReads() throws IOException {
        tidemark.succeed("incremental");
        Path file = folder.resolve("tidemark.prom");
        tidemark.succeed("status", "--format", "prometheus", "--output", file.toString());
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.stream().allMatch(line -> line.matches(
                "# (HELP|TYPE) tidemark_\\w+ .+|tidemark_\\w+\\{(\\w+=\"[^\"]*\",?)+} -?\\d+")), lines::toString);
        assertTrue(lines.contains("tidemark_rows{warehouse=\"" + warehouse.path() + "\",table=\"fact_rental\"} 400"));
        assertTrue(lines.contains("tidemark_last_run_success{warehouse=\"" + warehouse.path() + "\"} 1"));
        assertTrue(lines.contains("tidemark_source_up{warehouse=\"" + warehouse.path() + "\"} 1"));
    }

    @Test
    void theLastSuccessOfALoadStaysInTheMetricsHoweverManyRunsFailedSince() {
        TidemarkCli fresh = TidemarkCli.of(sakila, folder.resolve("new.db"));
        fresh.succeed("init");
        assertFalse(metrics(fresh).stream().anyMatch(line -> line.contains("tidemark_last_success")));
        assertTrue(fresh.json(0, "status").path("lastSuccessAt").isNull());

        fresh.at(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC)).succeed("full-load");
        TidemarkCli failing = fresh.with("TIDEMARK_SOURCE_PASSWORD", "wrong").with("TIDEMARK_KEEP_RUNS", "3");
        for (int run = 0; run < 6; run++) {
            failing.run("incremental").exitingWith(3);
        }
        fresh.succeed("init");

        String label = "{warehouse=\"" + folder.resolve("new.db") + "\"}";
        long expected = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        assertTrue(metrics(fresh).contains("tidemark_last_success_timestamp_seconds" + label + " " + expected));
        assertEquals("2026-01-01T00:00:00Z", fresh.json(0, "status").path("lastSuccessAt").asString());
    }

    @Test
    void metricsTellTheLastRunTheFileAndTheLastValidation() throws IOException {
        tidemark.succeed("incremental");
        tidemark.at(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC)).succeed("validate", "--all");
        List<String> lines = metrics(tidemark, "--runs", "0");
        String label = "warehouse=\"" + warehouse.path() + "\"";
        long bytes = Files.size(warehouse.path());
        for (String expected : List.of(
                "tidemark_file_bytes{" + label + "} " + bytes,
                "tidemark_last_run_info{" + label + ",command=\"incremental\"} 1",
                "tidemark_last_validation_timestamp_seconds{" + label + "} 1767225600",
                "tidemark_last_validation_success{" + label + "} 1",
                "tidemark_last_validation_info{" + label + ",verdict=\"equal\"} 1",
                "tidemark_last_validation_rows{" + label + ",found=\"wrong\"} 0")) {
            assertTrue(lines.contains(expected), () -> expected + " in\n" + String.join("\n", lines));
        }
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("tidemark_last_run_duration_seconds{" + label)));
        warehouse.execute("UPDATE dim_actor SET first_name = 'x' WHERE actor_id = 3");
        tidemark.run("validate", "--all").exitingWith(1);
        assertTrue(metrics(tidemark).contains("tidemark_last_validation_success{" + label + "} 0"));
        assertEquals(bytes, tidemark.json(0, "status").path("fileBytes").asLong());
    }

    @Test
    void pathsInLabelsAreAbsolute() {
        Path relative = Path.of("").toAbsolutePath().relativize(warehouse.path());
        List<String> lines = metrics(tidemark.with("TIDEMARK_WAREHOUSE", relative.toString()));
        assertTrue(lines.contains("tidemark_source_up{warehouse=\"" + warehouse.path() + "\"} 1"), lines::toString);
    }

    private static List<String> metrics(TidemarkCli cli, String... options) {
        String[] arguments = Stream.concat(Stream.of("status", "--format", "prometheus"), Stream.of(options))
                .toArray(String[]::new);
        return cli.succeed(arguments).out().lines().toList();
    }

    @Test
    void itChangesNothing() {
        tidemark.succeed("incremental");
        FolderContent before = FolderContent.of(folder);
        tidemark.succeed("status");
        assertEquals(before, FolderContent.of(folder));
    }

    @Test
    void textAndJsonAgree() {
        JsonNode status = tidemark.json(0, "status");
        String text = tidemark.succeed("status").out().replace(",", "");
        for (JsonNode table : status.path("tables").values()) {
            String line = " *%s +%d +%s +%s .*".formatted(
                    table.path("table").asString(), table.path("rows").asLong(), time(table.path("snapshotAt")),
                    table.path("lastUpdate").asString("-"));
            assertTrue(text.lines().anyMatch(found -> found.matches(line)), () -> line + " in\n" + text);
        }
    }

    private static String time(JsonNode instant) {
        return instant.asString().replace('T', ' ').replace("Z", "");
    }
}
