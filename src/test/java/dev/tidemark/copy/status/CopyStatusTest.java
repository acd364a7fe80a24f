package dev.tidemark.copy.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How far a copy is carried over, what the last runs did, and which rows were left out. */
class CopyStatusTest {
    private static final String SETTINGS = """
            keys: assign
            commit: table
            bad-rows: reject
            """;

    @TempDir
    private Path folder;

    private SqliteFile source;
    private CopyJob job;
    private TidemarkCli tidemark;
    private WarehouseFile state;

    @BeforeEach
    void prepare() {
        source = new SqliteFile(folder.resolve("source.db"));
        source.run(
                "CREATE TABLE Author (Id INTEGER PRIMARY KEY, Email VARCHAR(40) NOT NULL UNIQUE)",
                "CREATE TABLE Change (Id INTEGER PRIMARY KEY, Hash VARCHAR(40) NOT NULL UNIQUE,"
                        + " AuthorId INTEGER NOT NULL REFERENCES Author (Id))",
                "INSERT INTO Author VALUES (1, 'ann@example.com'), (2, 'bob@example.com')",
                "INSERT INTO Change VALUES (1, 'aa', 1), (2, 'bb', 2), (3, 'cc', 77), (4, '" + "d".repeat(50) + "', 1)");
        job = CopyJob.in(folder, "job", source, CopyTargetKind.MYSQL, SETTINGS);
        tidemark = job.cli();
        state = new WarehouseFile(job.state());
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    void beforeALoadThereIsNoTableAndTheTargetIsTooOld() {
        tidemark.succeed("init");
        JsonNode status = tidemark.json(0, "status");
        assertEquals(0, status.path("tables").size());
        assertEquals("init succeeded", Json.find(status.path("runs"), "command", "init").path("command").asString()
                + " " + status.path("runs").get(0).path("outcome").asString());
        assertEquals("LATE: the target was never loaded\n", tidemark.run("status", "--max-lag", "9d").exitingWith(1).out());
    }

    @Test
    void afterALoadEveryTableTellsItsRowsAndWhatTheRunDid() {
        load();
        JsonNode status = tidemark.json(0, "status");
        assertEquals(job.state().toString(), status.path("state").asString());
        assertEquals(source.path().toString(), status.path("source").asString());
        JsonNode changes = Json.find(status.path("tables"), "table", "Change");
        assertEquals("change", changes.path("target").asString());
        assertEquals("4 2 2", changes.path("rows") + " " + changes.path("mapped") + " " + changes.path("rejected"));
        JsonNode load = changes.path("lastLoad");
        assertEquals(
                "2 4 2 0 0 0 2",
                String.join(" ", List.of("runId", "total", "inserted", "updated", "deleted", "skipped", "failed").stream()
                        .map(field -> load.path(field).toString())
                        .toList()));
        JsonNode run = status.path("runs").get(0);
        assertEquals("full-load", run.path("command").asString());
        assertTrue(run.path("seconds").asLong(-1) >= 0, run::toString);
        assertEquals(4, run.path("counts").path("inserted").asLong());
        assertEquals(0, run.path("attempts").size());
    }

    @Test
    void neitherTheSourceNorTheTargetIsNeeded() throws IOException {
        load();
        Files.delete(source.path());
        TidemarkCli alone = tidemark.with("TIDEMARK_TARGET_URL", "jdbc:mariadb://127.0.0.1:1/nowhere");
        TidemarkCli.Result result = alone.succeed("status");
        assertEquals("", result.err());
        assertTrue(result.out().contains("Target     127.0.0.1:1/nowhere"), result.out());
        assertTrue(result.out().lines().anyMatch(line -> line.matches("Change +change +4 +2 +2 +20.*")), result.out());
        assertTrue(result.out().lines().anyMatch(line -> line.matches("Change +2 +4 +2 +0 +0 +0 +2 .*s")), result.out());
    }

    @Test
    void theLagIsByThisMachinesClock() {
        load();
        state.execute("UPDATE copy_table SET snapshot_at = '2026-01-01 00:00:00'");
        TidemarkCli later = tidemark.at(Clock.fixed(Instant.parse("2026-01-08T00:00:01Z"), ZoneOffset.UTC));
        assertEquals(604_801, later.json(0, "status").path("tables").get(0).path("lagSeconds").asLong());
        assertEquals(
                "LATE: the target is 7 d behind the source (at most 7 d)\n",
                later.run("status", "--max-lag", "7d").exitingWith(1).out());
        assertEquals(
                "OK: the target is 7 d behind the source (at most 8 d)\n",
                later.succeed("status", "--max-lag", "8d").out());
    }

    @Test
    void aTableThatFailedBeforeItsFirstLoadIsToldWithTheReason() throws IOException {
        Files.writeString(job.configuration(), Files.readString(job.configuration()).replace("reject", "stop"));
        load();
        JsonNode tables = tidemark.json(0, "status").path("tables");
        JsonNode change = Json.find(tables, "table", "Change");
        assertTrue(change.path("snapshotAt").isNull() && change.path("lagSeconds").isNull(), change::toString);
        assertEquals("change", change.path("target").asString());
        String message = change.path("lastLoad").path("message").asString();
        assertFalse(message.isBlank(), change::toString);
        assertTrue(Json.find(tables, "table", "Author").path("lastLoad").path("message").isNull());
        String text = tidemark.succeed("status").out();
        assertTrue(text.contains("Table Change failed in run 2: " + message + ".\n"), text);
        assertEquals("LATE: the target was never loaded\n", tidemark.run("status", "--max-lag=9d").exitingWith(1).out());
    }

    @Test
    void aTableThatFailsLaterKeepsTheStateOfItsLastLoad() throws IOException {
        source.run("DELETE FROM Change WHERE Id > 2");
        Files.writeString(job.configuration(), Files.readString(job.configuration()).replace("reject", "stop"));
        tidemark.succeedAll("init", "full-load");
        source.run("INSERT INTO Change VALUES (5, '" + "e".repeat(50) + "', 1)");
        tidemark.run("incremental").exitingWith(7);
        JsonNode change = Json.find(tidemark.json(0, "status").path("tables"), "table", "Change");
        assertEquals("2 2 0", change.path("rows") + " " + change.path("mapped") + " " + change.path("rejected"));
        assertEquals(3, change.path("lastLoad").path("runId").asLong());
        assertFalse(change.path("lastLoad").path("message").isNull(), change::toString);
        source.run("DELETE FROM Change WHERE Id = 5");
        tidemark.succeed("incremental");
        change = Json.find(tidemark.json(0, "status").path("tables"), "table", "Change");
        assertTrue(change.path("lastLoad").path("message").isNull(), change::toString);
    }

    @Test
    void aRunThatDiedIsShownAsInterrupted() {
        load();
        state.execute("INSERT INTO sync_run (command, started_at, outcome)"
                + " VALUES ('incremental', '2026-01-01 00:00:00', 'running')");
        JsonNode run = tidemark.json(0, "status").path("runs").get(0);
        assertEquals("interrupted", run.path("outcome").asString());
        assertTrue(run.path("finishedAt").isNull() && run.path("seconds").isNull(), run::toString);
    }

    @Test
    void attemptsThatFailedAreToldWithTheirRun() {
        load();
        state.execute("INSERT INTO copy_attempt VALUES (2, 1, '2026-01-01 00:00:00', 'The connection broke')");
        JsonNode runs = tidemark.json(0, "status", "--runs", "1").path("runs");
        assertEquals(1, runs.size());
        assertEquals("The connection broke", runs.get(0).path("attempts").get(0).path("message").asString());
        String text = tidemark.succeed("status").out();
        assertTrue(text.contains("Run 2, attempt 1 failed at 2026-01-01 00:00:00 UTC: The connection broke.\n"), text);
    }

    @Test
    void aTableThatIsLeftOutSinceDoesNotLag() throws IOException {
        load();
        Files.writeString(job.configuration(), "tables: {Change: {skip: true}}\n", StandardOpenOption.APPEND);
        JsonNode tables = tidemark.json(0, "status").path("tables");
        assertEquals(List.of("Author"), Json.elements(tables).map(table -> table.path("table").asString()).toList());
    }

    @Test
    void metricsAreWhatPrometheusReads() throws IOException {
        load();
        Path file = folder.resolve("tidemark.prom");
        tidemark.succeed("status", "--format", "prometheus", "--output", file.toString());
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.stream().allMatch(line -> line.matches(
                "# (HELP|TYPE) tidemark_\\w+ .+|tidemark_\\w+\\{(\\w+=\"[^\"]*\",?)+} -?\\d+")), lines::toString);
        String of = "{state=\"" + job.state() + "\"";
        assertTrue(lines.contains("tidemark_rows" + of + ",table=\"Change\"} 4"), lines::toString);
        assertTrue(lines.contains("tidemark_mapped_rows" + of + ",table=\"Change\"} 2"), lines::toString);
        assertTrue(lines.contains("tidemark_rejected_rows" + of + ",table=\"Change\"} 2"), lines::toString);
        assertTrue(lines.contains("tidemark_last_run_success" + of + "} 1"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("tidemark_last_run_duration_seconds" + of)));
        assertFalse(lines.toString().contains("tidemark_source_up"), lines::toString);
        assertTrue(lines.contains("tidemark_last_run_info" + of + ",command=\"full-load\"} 1"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("tidemark_file_bytes" + of)), lines::toString);
    }

    @Test
    void theLastSuccessAndTheLastValidationAreKnownHoweverManyRunsFailedSince() throws IOException {
        load();
        assertTrue(tidemark.json(0, "status").path("lastValidation").isNull());
        tidemark.succeed("validate");
        TidemarkCli failing = tidemark.with("TIDEMARK_SOURCE_URL", "jdbc:sqlite:" + folder.resolve("none.db"));
        for (int run = 0; run < 6; run++) {
            failing.run("incremental").exitingWith(3);
        }
        JsonNode status = tidemark.json(0, "status");
        assertEquals(Json.find(tidemark.json(0, "status", "--runs=9").path("runs"), "command", "full-load")
                .path("finishedAt"), status.path("lastSuccessAt"));
        assertEquals("PARTIAL 0", status.path("lastValidation").path("verdict").asString() + " "
                + status.path("lastValidation").path("wrong"));
        String metrics = tidemark.succeed("status", "--format", "prometheus").out();
        String of = "{state=\"" + job.state() + "\"";
        assertTrue(metrics.contains("tidemark_last_success_timestamp_seconds" + of), metrics);
        assertTrue(metrics.contains("tidemark_last_validation_info" + of + ",verdict=\"partial\"} 1"), metrics);
        assertTrue(tidemark.succeed("status").out().contains(": partial; 6 rows compared, 0 wrong, 0 pending\n"));
    }

    @Test
    void quietSaysWhatIsIncompleteAloneAndAFullDiskIsAFailure() {
        assertEquals("", tidemark.succeed("init", "--quiet").out());
        String incomplete = tidemark.run("full-load", "--quiet").exitingWith(7).out();
        assertTrue(incomplete.contains("NOT COMPLETE: 2 rows left out"), incomplete);
        for (String command : List.of("validate", "status", "check")) {
            assertEquals("", tidemark.succeed(command, "--quiet").out(), command);
        }
        for (String command : List.of("init", "validate", "status", "status --rejected", "keys --format=json")) {
            String said = tidemark.runOntoFullDisk(command.split(" ")).exitingWith(4).complaint();
            assertTrue(said.contains("Cannot write the whole result to stdout: No space left on device"), said);
        }
    }

    @Test
    void rejectedRowsAreListedWithTheirReasons() {
        load();
        JsonNode rows = tidemark.json(0, "status", "--rejected");
        assertEquals(List.of("Change 4", "Change 3"), Json.elements(rows)
                .map(row -> row.path("table").asString() + " " + row.path("key").asString())
                .toList());
        assertTrue(Json.find(rows, "key", "3").path("reason").asString().contains("77"), rows::toString);
        String text = tidemark.succeed("status", "--rejected").out();
        assertTrue(text.lines().anyMatch(line -> line.matches("Change +3 +.*77.*")), text);
    }

    @Test
    void moreRejectedRowsThanFitInOnePageAreAllListed() throws IOException {
        source.run("WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 2510)"
                + " INSERT INTO Change SELECT i, 'h' || i, 77 FROM n");
        load();
        Path file = folder.resolve("rejected.json");
        tidemark.succeed("status", "--rejected", "--format", "json", "--output", file.toString());
        assertEquals(2_503, Json.parse(Files.readString(file)).size());
        String text = tidemark.succeed("status", "--rejected").out();
        assertEquals(2_503, text.lines().filter(line -> line.startsWith("Change ")).count());
        assertTrue(tidemark.succeed("status", "--rejected", "--output", file.toString()).out()
                .startsWith("2,503 rows were left out. The result is in "));
    }

    @Test
    void noRejectedRowIsSaidToo() {
        source.run("DELETE FROM Change WHERE Id > 2");
        tidemark.succeedAll("init", "full-load");
        assertEquals("No row was left out.\n", tidemark.succeed("status", "--rejected").out());
        assertEquals(0, tidemark.json(0, "status", "--rejected").size());
    }

    @Test
    void rejectedRowsAreForCopiesAndHaveNoAgeAndNoMetrics() {
        TidemarkCli star = TidemarkCli.in(Map.of("TIDEMARK_WAREHOUSE", folder.resolve("none.db").toString()));
        assertUsage("--rejected is for copies; the star leaves out no row", star.run("status", "--rejected"));
        assertUsage(
                "--rejected and --max-lag are mutually exclusive",
                tidemark.run("status", "--rejected", "--max-lag", "5m"));
        assertUsage(
                "--rejected is for --format text or json",
                tidemark.run("status", "--rejected", "--format", "prometheus"));
    }

    private void load() {
        tidemark.succeed("init");
        tidemark.run("full-load").exitingWith(7);
    }

    private static void assertUsage(String message, TidemarkCli.Result result) {
        String complaint = result.exitingWith(2).complaint();
        assertTrue(complaint.contains(message), complaint);
    }
}
