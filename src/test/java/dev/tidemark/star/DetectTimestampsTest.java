package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The quick way to find changes: by timestamps alone. It reports which changes it cannot find, and a later run finds
 * them.
 */
class DetectTimestampsTest extends WithReplication {
    private static final String NOTE = "tidemark: Changes were found by timestamps alone: rows that are gone, and rows whose"
            + " last_update did not move, wait for an incremental with --detect content.\n";
    private static final String OLD = "2020-01-01 00:00:00";

    private final TidemarkCli quick = tidemark.with("TIDEMARK_DETECT", "timestamps");

    /** The timestamps of a fresh source are the time of its creation, which would be within the look-back. */
    @BeforeEach
    void letAllRowsBeOld() {
        for (String table : sakila.rows("SELECT table_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                + " AND column_name = 'last_update'")) {
            sakila.execute("UPDATE " + table + " SET last_update = '" + OLD + "'");
        }
        tidemark.succeed("incremental");
    }

    @Test
    void findsRowsThatChangedAndWhatTakesContentFromThem() {
        sakila.execute(
                "INSERT INTO actor (first_name, last_name) VALUES ('NEW', 'ACTOR')",
                "UPDATE payment SET amount = amount + 1 WHERE payment_id IN (3, 300)",
                "UPDATE city SET city = 'Ys' WHERE city_id IN (SELECT city_id FROM address)",
                "UPDATE inventory SET store_id = 3 - store_id",
                "UPDATE language SET name = 'Klingon'");

        TidemarkCli.Result result = quick.succeed("incremental");

        assertEquals(NOTE, result.err());
        tidemark.succeed("validate", "--all");
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_actor WHERE last_name = 'ACTOR'"));
        assertEquals(30, warehouse.queryLong("SELECT count(*) FROM dim_customer WHERE city = 'Ys'"));
        assertEquals(2, warehouse.queryLong("SELECT count(*) FROM dim_store WHERE city = 'Ys'"));
        assertEquals(40, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE language = 'Klingon'"));
        // Writes no rows, but brings the ledger up to date.
        tidemark.succeed("incremental");
        assertEquals("0", warehouse.lastRun("rows_inserted + rows_updated + rows_deleted"));
    }

    @Test
    void readsRowsThatChangedAndNoOthers() {
        sakila.execute("UPDATE payment SET amount = amount + 1 WHERE payment_id IN (3, 300)");
        assertEquals("2 0 2 0 0", counts(quick, "fact_payment"));
        assertEquals("2", warehouse.lastRun("rows_read"));
    }

    @Test
    void findsNeitherDeletesNorSilentRewritesAndTheNextRunByContentRepairsThem() {
        sakila.execute(
                "DELETE FROM payment WHERE payment_id <= 20",
                "DELETE FROM film_actor WHERE actor_id = 2; DELETE FROM actor WHERE actor_id = 2",
                "UPDATE film SET title = 'SILENT', last_update = last_update WHERE film_id = 4",
                "UPDATE city SET city = 'Silent', last_update = last_update",
                "UPDATE rental SET staff_id = 3 - staff_id, last_update = last_update WHERE rental_id = 9");

        assertEquals(NOTE, quick.succeed("incremental").err());

        assertEquals("0", warehouse.lastRun("rows_inserted + rows_updated + rows_deleted"));
        assertEquals(400, warehouse.queryLong("SELECT count(*) FROM fact_payment"));
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_actor WHERE actor_id = 2"));
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE title = 'SILENT'"));
        String pending = tidemark.succeed("validate", "--all").out();
        assertTrue(pending.contains("pending rows will come with the next incremental"), pending);
        assertEquals(
                "tidemark: Loads find changes by timestamps alone: pending rows that are gone, or whose time of change did not"
                        + " move, wait for an incremental with --detect content.\n",
                quick.succeed("validate", "--all").err());

        assertEquals("", tidemark.succeed("incremental").err());

        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        assertEquals(380, warehouse.queryLong("SELECT count(*) FROM fact_payment"));
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE title = 'SILENT'"));
    }

    @Test
    void movesTheSnapshotsTimeAndLeavesTheRestToARunByContent() {
        String tables = "SELECT table_name, rows, last_update, snapshot_at FROM sync_source_table";
        List<String> source = warehouse.rows("SELECT * FROM sync_source");
        List<String> known = warehouse.rows(tables);
        List<String> updates = warehouse.rows("SELECT last_update FROM sync_state ORDER BY table_name");
        warehouse.execute("UPDATE sync_state SET snapshot_at = '2021-01-01 00:00:00'");
        sakila.execute("UPDATE film SET title = 'NEW' WHERE film_id = 4");

        quick.succeed("incremental");

        assertEquals(source, warehouse.rows("SELECT * FROM sync_source"));
        assertEquals(known, warehouse.rows(tables));
        assertEquals(updates, warehouse.rows("SELECT last_update FROM sync_state ORDER BY table_name"));
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM sync_state WHERE snapshot_at < '2022-01-01'"));
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE title = 'NEW'"));
        assertEquals("40 0 0 0 40", counts(tidemark, "dim_film"));
    }

    /** The rows are again as the last run by content knew them, but this run wrote their state in between. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE film SET title = 'BETWEEN', last_update = now() WHERE film_id = 3 \
            | UPDATE film SET title = 'BEFORE', last_update = '2020-01-01' WHERE film_id = 3
            INSERT INTO actor (actor_id, first_name, last_name) VALUES (5000, 'SHORT', 'LIVED') \
            | DELETE FROM actor WHERE actor_id = 5000
            UPDATE city SET city = 'Between', last_update = now() | UPDATE city SET city = 'Before', last_update = '2020-01-01'
            """)
    void whatTheSourceTakesBackAfterItIsTakenBackByARunByContent(String change, String back) {
        sakila.execute(back);
        tidemark.succeed("incremental");
        sakila.execute(change);
        quick.succeed("incremental");
        sakila.execute(back);

        tidemark.succeed("incremental");

        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        assertEquals(
                0,
                warehouse.queryLong("SELECT (SELECT count(*) FROM dim_film WHERE title = 'BETWEEN')"
                        + " + (SELECT count(*) FROM dim_actor WHERE first_name = 'SHORT')"
                        + " + (SELECT count(*) FROM dim_customer WHERE city = 'Between')"));
    }

    @ParameterizedTest
    @CsvSource({"600s, true", "601s, true", "599s, false", "0s, false", "10m, true"})
    void goesBackBeforeTheLastSnapshotByTheLookBack(String lookBack, boolean found) {
        String snapshot = warehouse.rows("SELECT max(snapshot_at) FROM sync_state").getFirst();
        sakila.execute("UPDATE film SET title = 'LATE', last_update = '" + snapshot + "' - INTERVAL 600 SECOND"
                + " WHERE film_id = 4");

        quick.succeed("incremental", "--look-back", lookBack);

        assertEquals(found ? 1 : 0, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE title = 'LATE'"));
    }

    @Test
    void findsWhatCommitsLateWithinTheLookBack() throws Exception {
        try (Connection connection = sakila.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE film SET title = 'LATE' WHERE film_id = 4");
            Thread.sleep(1_100);
            quick.succeed("incremental");
            connection.commit();
        }
        quick.succeed("incremental", "--look-back", "0s");
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE title = 'LATE'"));
        quick.succeed("incremental");
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE title = 'LATE'"));
    }

    @Test
    void isChosenByOptionEnvironmentOrFile() throws IOException {
        Path config = Files.writeString(folder.resolve("tidemark.yml"), "detect: timestamps\n");
        TidemarkCli byFile = tidemark.with("TIDEMARK_CONFIG", config.toString());
        assertEquals(NOTE, byFile.succeed("incremental").err());
        assertEquals("", byFile.with("TIDEMARK_DETECT", "content").succeed("incremental").err());
        assertEquals("", quick.succeed("incremental", "--detect", "content").err());
        assertEquals(NOTE, tidemark.succeed("incremental", "--detect", "timestamps").err());
        assertEquals("", tidemark.succeed("incremental").err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"full-load", "incremental --deep"})
    void mattersToNoLoadThatReadsAll(String command) {
        sakila.execute("DELETE FROM payment WHERE payment_id = 1");
        assertEquals("", quick.succeed(command.split(" ")).err());
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
    }

    @Test
    void whatIsNeitherWayIsRefused() {
        String complaint = tidemark.run("incremental", "--detect", "magic").exitingWith(2).complaint();
        assertTrue(complaint.contains("\"magic\""), complaint);
        assertTrue(complaint.contains("--detect"), complaint);
    }

    @Test
    void fillsATableThatWasNeverLoaded() {
        TidemarkCli fresh = quick.with("TIDEMARK_WAREHOUSE", folder.resolve("new.db").toString());
        fresh.succeed("init");
        fresh.succeed("full-load", "--tables", "dim_actor");
        fresh.succeed("incremental");
        fresh.succeed("validate", "--all");
        assertEquals(
                400, new WarehouseFile(folder.resolve("new.db")).queryLong("SELECT count(*) FROM fact_payment"));
    }

    private static String counts(TidemarkCli tidemark, String table) {
        return Json.values(Json.find(tidemark.json(0, "incremental").path("tables"), "table", table).path("counts"));
    }
}
