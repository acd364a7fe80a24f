package dev.tidemark.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.run.Progress;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.support.FolderContent;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithUnchangedSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The verdicts of validations stay in the history, and nothing but them. */
class ValidationHistoryTest extends WithUnchangedSource {
    private static final String NOTE = "The verdict is not kept in the history: ";

    @BeforeEach
    void makeTheLock() {
        tidemark.succeed("incremental");
    }

    @Test
    void statusShowsTheLastOne() {
        assertTrue(tidemark.json(0, "status").path("lastValidation").isNull());
        assertTrue(tidemark.succeed("status").out().contains("\nValidated  never\n"));
        warehouse.execute("UPDATE dim_actor SET first_name = 'x' WHERE actor_id = 3");

        tidemark.at(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC))
                .run("validate", "--from", "2022-01-01", "--to", "2022-12-31")
                .exitingWith(1);

        JsonNode last = tidemark.json(0, "status").path("lastValidation");
        assertEquals("2026-01-01T00:00:00Z", last.path("finishedAt").asString());
        assertEquals("DIFFERENT 1 0", "%s %d %d".formatted(
                last.path("verdict").asString(), last.path("wrong").asLong(), last.path("pending").asLong()));
        assertEquals("2022-01-01 2022-12-31", last.path("from").asString() + " " + last.path("to").asString());
        String text = tidemark.succeed("status").out();
        assertTrue(text.lines().anyMatch(line -> line.matches("Validated  2026-01-01 00:00:00 UTC: different;"
                + " [\\d,]+ rows compared \\(facts of 2022-01-01 to 2022-12-31\\), 1 wrong, 0 pending")), text);
    }

    @Test
    void eachVerdictIsKeptAndAsManyAsRuns() {
        tidemark.succeed("validate", "--all");
        tidemark.succeed("validate", "--from", "1999-01-01", "--to", "1999-01-02");
        warehouse.execute("UPDATE dim_actor SET first_name = 'x' WHERE actor_id = 3");
        tidemark.succeed("validate", "--all", "--tolerance", "rows=1");
        assertEquals(
                List.of("1|equal|null|0", "2|partial|1999-01-01|0", "3|tolerated|null|1"),
                warehouse.rows("SELECT id, verdict, first_day, rows_wrong FROM sync_validation ORDER BY id"));
        tidemark.with("TIDEMARK_KEEP_RUNS", "2").run("validate", "--all").exitingWith(1);
        assertEquals(List.of("3", "4"), warehouse.rows("SELECT id FROM sync_validation ORDER BY id"));
    }

    @Test
    void theStarAndTheRunsStayAsTheyAre() {
        List<String> runs = warehouse.rows("SELECT * FROM sync_run");
        List<String> actors = warehouse.rows("SELECT * FROM dim_actor");
        tidemark.succeed("validate", "--all");
        assertEquals(runs, warehouse.rows("SELECT * FROM sync_run"));
        assertEquals(actors, warehouse.rows("SELECT * FROM dim_actor"));
    }

    @Test
    void aRunThatWritesIsNotWaitedFor() {
        WarehouseLock lock = new WarehouseLock(warehouse.path(), Clock.systemUTC(), Duration.ZERO, Progress.NONE);
        try (WarehouseLock.Held _ = lock.take("full-load")) {
            TidemarkCli.Result result = tidemark.succeed("validate", "--all", "--wait", "600");
            assertTrue(result.err().contains(NOTE + "Another run holds " + warehouse.path()), result.err());
            assertEquals("", tidemark.succeed("validate", "--all", "--quiet").err());
        }
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM sync_validation"));
    }

    @Test
    void aCopyOfTheFileIsValidatedWithoutMakingALock() throws Exception {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Path copy = Files.copy(warehouse.path(), copies.resolve("analytics.db"));
        FolderContent before = FolderContent.of(copies);
        TidemarkCli.Result result = TidemarkCli.of(sakila, copy).succeed("validate", "--all");
        assertEquals(
                "tidemark: " + NOTE + "there is no " + copy + ".lock yet, which the next run makes.\n", result.err());
        assertEquals(before, FolderContent.of(copies));
    }
}
