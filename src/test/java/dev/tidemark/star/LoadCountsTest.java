package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The counts that a load reports: rows read, inserted, updated, deleted and unchanged. */
class LoadCountsTest extends WithReplication {
    @Test
    void aFirstFullLoadInsertsEverything() {
        TidemarkCli other = TidemarkCli.of(sakila, folder.resolve("other.db"));
        other.succeed("init");
        JsonNode result = other.json(0, "full-load");
        assertEquals("40 40 0 0 0", counts(result, "dim_film"));
        assertEquals("120 120 0 0 0", counts(result, "bridge_film_actor"));
        assertEquals("400 400 0 0 0", counts(result, "fact_payment"));
    }

    @Test
    void aSecondFullLoadLeavesDimensionsAndRefillsFacts() {
        JsonNode result = tidemark.json(0, "full-load");
        assertEquals("40 0 0 0 40", counts(result, "dim_film"));
        assertEquals("400 400 0 400 0", counts(result, "fact_rental"));
        assertEquals("0 0 0 0 0", counts(result, "dim_date"));
    }

    @Test
    void anIncrementalCountsWhatItDid() {
        sakila.execute(
                "INSERT INTO actor (first_name, last_name) VALUES ('A', 'B'), ('C', 'D')",
                "UPDATE film SET length = length + 1 WHERE film_id IN (1, 2, 3)",
                "UPDATE category SET last_update = NOW() WHERE category_id <= 4",
                "DELETE FROM payment WHERE payment_id <= 6");

        JsonNode result = tidemark.json(0, "incremental");

        // A load reads ranges: of 128 keys, or of one key if very many rows depend on few.
        assertEquals("22 2 0 0 20", counts(result, "dim_actor"));
        assertEquals("40 0 3 0 37", counts(result, "dim_film"));
        assertEquals("4 0 4 0 0", counts(result, "dim_category"));
        assertEquals("121 0 0 6 121", counts(result, "fact_payment"));
        assertEquals("0 0 0 0 0", counts(result, "dim_store"));
        assertTotalIsTheSum(result);
    }

    @Test
    void whatIsReadAndTheSameIsUnchanged() {
        sakila.execute("UPDATE inventory SET inventory_id = 5000 WHERE inventory_id = 120");
        JsonNode result = tidemark.json(0, "incremental");
        long touched = sakila.queryLong("SELECT count(*) FROM rental WHERE inventory_id < 128 OR inventory_id = 5000");
        assertEquals(400, touched);
        assertEquals("400 0 0 0 400", counts(result, "fact_rental"));
        assertEquals("398 0 0 0 398", counts(result, "fact_payment"));
    }

    @Test
    void whatNoRowOfTheStarTakesIsNotRead() {
        sakila.execute("UPDATE customer SET last_update = last_update, store_id = 1, email = 'new'",
                "UPDATE staff SET last_update = last_update, username = 'new'", "UPDATE address SET last_update = NOW()");
        assertEquals("0 0 0 0 0", Json.values(tidemark.json(0, "incremental").path("total")));
    }

    @Test
    void withoutChangesAnIncrementalWritesNothing() {
        List<String> before = star();
        JsonNode result = tidemark.json(0, "incremental");
        assertEquals("0 0 0 0 0", Json.values(result.path("total")));
        assertEquals(before, star());
        assertTrue(tidemark.succeed("incremental").out().contains("nothing differed"));
    }

    @Test
    void theRunsRecordHoldsTheTotal() {
        sakila.execute("UPDATE film SET length = 1 WHERE film_id <= 7", "DELETE FROM payment WHERE payment_id = 1");
        JsonNode result = tidemark.json(0, "incremental");
        assertEquals(
                List.of("incremental|succeeded|" + Json.values(result.path("total")).replace(' ', '|')),
                warehouse.rows("SELECT command, outcome, rows_read, rows_inserted, rows_updated, rows_deleted,"
                        + " rows_unchanged FROM sync_run WHERE id = " + result.path("runId").asLong()));
    }

    @Test
    void textAndJsonAgree() throws IOException {
        Path twinFolder = Files.createDirectory(folder.resolve("twin"));
        TidemarkCli twin = TidemarkCli.of(sakila, LoadedWarehouse.copyTo(twinFolder).path());
        sakila.execute("UPDATE film SET length = 1", "DELETE FROM payment WHERE payment_id <= 3");
        JsonNode json = tidemark.json(0, "incremental");
        List<String> lines = new ArrayList<>();
        Json.elements(json.path("tables"))
                .forEach(table -> lines.add(table.path("table").asString() + " " + Json.values(table.path("counts"))));
        lines.add("total " + Json.values(json.path("total")));

        String text = twin.succeed("incremental", "--format", "table").out();

        Matcher row = Pattern.compile("(?m)^ *(\\w+) +(\\d+) +(\\d+) +(\\d+) +(\\d+) +(\\d+) .*s$").matcher(text);
        assertEquals(lines, row.results().map(found -> String.join(
                " ", found.group(1), found.group(2), found.group(3), found.group(4), found.group(5), found.group(6)))
                .toList());
    }

    private static String counts(JsonNode result, String table) {
        return Json.values(Json.find(result.path("tables"), "table", table).path("counts"));
    }

    private static void assertTotalIsTheSum(JsonNode result) {
        for (String name : Json.names(result.path("total"))) {
            long sum = Json.elements(result.path("tables"))
                    .mapToLong(table -> table.path("counts").path(name).asLong())
                    .sum();
            assertEquals(sum, result.path("total").path(name).asLong(), name);
        }
    }

    private List<String> star() {
        List<String> rows = new ArrayList<>();
        warehouse.rows("SELECT table_name FROM sync_state").forEach(
                table -> rows.addAll(warehouse.rows("SELECT * FROM " + table)));
        return rows;
    }
}
