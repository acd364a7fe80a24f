package dev.tidemark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The history keeps what each run did with each table that it changed, and the report shows it. */
class TableRunsTest extends WithReplication {
    private static final String LAST = "SELECT table_name, rows, rows_inserted, rows_updated, rows_deleted"
            + " FROM sync_run_table WHERE run_id = (SELECT max(id) FROM sync_run) ORDER BY table_name";

    @Test
    void aRunKeepsTheTablesThatItChanged() {
        tidemark.succeed("incremental");
        assertEquals(List.of(), warehouse.rows(LAST));
        sakila.execute(
                "INSERT INTO actor (actor_id, first_name, last_name) VALUES (30001, 'A', 'B'), (30002, 'C', 'D')",
                "UPDATE category SET name = 'Other' WHERE category_id = 1");
        tidemark.succeed("incremental");
        long actors = warehouse.queryLong("SELECT count(*) FROM dim_actor");
        assertEquals(
                List.of("dim_actor|" + actors + "|2|0|0",
                        "dim_category|" + warehouse.queryLong("SELECT count(*) FROM dim_category") + "|0|1|0"),
                warehouse.rows(LAST));
    }

    @Test
    void theyAreForgottenWithTheirRun() {
        for (int actor = 1; actor <= 4; actor++) {
            sakila.execute("UPDATE actor SET first_name = 'N" + actor + "' WHERE actor_id = 1");
            tidemark.succeed("incremental", "--keep-runs", "2");
        }
        assertEquals(
                List.of(),
                warehouse.rows("SELECT DISTINCT run_id FROM sync_run_table WHERE run_id NOT IN (SELECT id FROM sync_run)"));
        assertTrue(warehouse.queryLong("SELECT count(DISTINCT run_id) FROM sync_run_table") <= 3);
    }

    @Test
    void theReportShowsGrowthAndTheShareThatChanged() throws IOException {
        long before = warehouse.queryLong("SELECT count(*) FROM dim_actor");
        sakila.execute("INSERT INTO actor (actor_id, first_name, last_name) VALUES (30001, 'A', 'B')");
        tidemark.succeed("incremental");
        Path page = folder.resolve("report.html");
        tidemark.succeed("report", "--output", page.toString());
        String text = Files.readString(page).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        String row = " dim_actor %d [0-9.]+ %% \\+1 %.1f %% 1 %.1f %% "
                .formatted(before + 1, 100.0 / before, 100.0 / (before + 1));
        assertTrue(Pattern.compile(row).matcher(text).find(), text);
    }
}
