package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit code 6: a run that would delete too much of a table keeps nothing of what it did. */
class MaxDeletesTest extends WithReplication {
    private static final String LEDGER = "SELECT table_name, r.* FROM sync_range r JOIN sync_source_table t"
            + " ON t.id = r.table_id ORDER BY table_name, first_key";

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "incremental --deep", "full-load"})
    void aTableThatWasEmptiedStopsEveryLoadBeforeItCommits(String command) {
        sakila.execute("UPDATE film SET title = 'NEW'", "DELETE FROM payment");
        Map<String, List<String>> before = StarContent.exactly(warehouse);
        List<String> ledger = ledger();

        String complaint = tidemark.run(command.split(" ")).exitingWith(6).complaint();

        assertTrue(
                complaint.startsWith("tidemark: This run would delete 400 of the 400 rows of fact_payment, more than 50%"
                        + " (--max-deletes). Try: check that the source is the right one and complete; "),
                complaint);
        assertTrue(complaint.endsWith("--max-deletes 100%; nothing of this run was kept."), complaint);
        assertEquals(before, StarContent.exactly(warehouse));
        assertEquals(ledger, ledger());
        String run = warehouse.lastRun("outcome, rows_deleted, message");
        assertTrue(run.startsWith("failed|0|This run would delete 400 of the 400 rows"), run);
        tidemark.succeed((command + " --max-deletes 100%").split(" "));
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM fact_payment"));
        assertEquals(40, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE title = 'NEW'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "full-load"})
    void aRehearsalIsStoppedTooAndLeavesNoTrace(String command) {
        tidemark.succeed("incremental");
        sakila.execute("DELETE FROM payment WHERE payment_id <= 300");
        FolderContent before = FolderContent.of(folder);

        String complaint = tidemark.run(command, "--dry-run").exitingWith(6).complaint();

        assertTrue(complaint.contains("would delete 300 of the 400 rows of fact_payment"), complaint);
        assertEquals(before, FolderContent.of(folder));
    }

    @ParameterizedTest
    @CsvSource({"200, 50%, 0", "201, 50%, 6", "0, 0%, 0", "1, 0%, 6", "4, 1%, 0", "5, 1, 6", "400, 100%, 0", "400, 99%, 6"})
    void exactlyTheShareThatIsAllowedMayGo(int deleted, String allowed, int exitCode) {
        sakila.execute("DELETE FROM payment ORDER BY payment_id LIMIT " + deleted);
        tidemark.run("incremental", "--max-deletes", allowed).exitingWith(exitCode);
        assertEquals(exitCode == 0 ? 400 - deleted : 400, warehouse.queryLong("SELECT count(*) FROM fact_payment"));
    }

    @Test
    void tablesOfLessThanAHundredRowsMayLoseAll() {
        sakila.execute("DELETE FROM film_category; DELETE FROM category; SET FOREIGN_KEY_CHECKS = 0; DELETE FROM customer");
        tidemark.succeed("incremental", "--max-deletes", "0%");
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_category"));
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM bridge_film_category"));
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_customer"));
    }

    @Test
    void whatIsReplacedByNewRowsIsDeletedAllTheSame() {
        sakila.execute("UPDATE payment SET payment_id = payment_id + 100000");
        String complaint = tidemark.run("incremental").exitingWith(6).complaint();
        assertTrue(complaint.contains("would delete 400 of the 400 rows of fact_payment"), complaint);
        tidemark.succeed("incremental", "--max-deletes", "100%");
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
    }

    @Test
    void theLimitComesFromTheEnvironmentOrAFileAndTheOptionWins() throws IOException {
        sakila.execute("DELETE FROM payment WHERE payment_id <= 40");
        Path config = Files.writeString(folder.resolve("tidemark.yml"), "max-deletes: 9%\n");
        TidemarkCli byFile = tidemark.with("TIDEMARK_CONFIG", config.toString());
        TidemarkCli byEnvironment = byFile.with("TIDEMARK_MAX_DELETES", "8%");

        assertTrue(byFile.run("incremental").exitingWith(6).complaint().contains("more than 9% (--max-deletes)"));
        assertTrue(byEnvironment.run("incremental").exitingWith(6).complaint().contains("more than 8%"));
        assertTrue(byEnvironment.run("incremental", "--max-deletes", "7%").exitingWith(6).complaint()
                .contains("more than 7%"));
        byEnvironment.succeed("incremental", "--max-deletes", "10%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"101%", "-1%", "half", "", "50 %%", "4.5%"})
    void whatIsNoShareIsRefused(String share) {
        String complaint = tidemark.run("incremental", "--max-deletes", share).exitingWith(2).complaint();
        assertTrue(complaint.contains("--max-deletes"), complaint);
    }

    @Test
    void theWrongSourceIsStopped() {
        try (SakilaSchema staging = SakilaSchema.small()) {
            staging.execute("DELETE FROM payment WHERE payment_id > 20", "DELETE FROM rental WHERE rental_id > 20");
            tidemark.succeed("incremental");
            Map<String, List<String>> before = StarContent.exactly(warehouse);
            List<String> ledger = ledger();

            String complaint = TidemarkCli.of(staging, warehouse.path()).run("incremental").exitingWith(6).complaint();

            assertTrue(complaint.contains("would delete 380 of the 400 rows of fact_"), complaint);
            assertEquals(before, StarContent.exactly(warehouse));
            assertEquals(ledger, ledger());
            tidemark.succeed("incremental");
            assertEquals("0", warehouse.lastRun("rows_read"));
        }
    }

    private List<String> ledger() {
        return warehouse.rows(LEDGER);
    }
}
