package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.StarContent;
import dev.tidemark.support.TableLock;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A load shows its whole result at once, or nothing. */
class AtomicLoadTest extends WithReplication {
    @ParameterizedTest
    @ValueSource(strings = {"full-load", "incremental"})
    void aRowThatCannotBeMappedLeavesTheOldStar(String command) {
        String complaint = complaintThatLeavesTheOldStar(
                command,
                "ALTER TABLE payment MODIFY amount DECIMAL(7, 4) NOT NULL",
                "UPDATE payment SET amount = 1.2345 WHERE payment_id = 300");

        assertTrue(complaint.contains("The star cannot hold a value of the source's payment 300 exactly"), complaint);
        sakila.execute("UPDATE payment SET amount = 1.23 WHERE payment_id = 300");
        tidemark.succeedAll("incremental", "validate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full-load", "incremental"})
    void aRowWithoutAValueThatTheStarNeedsLeavesTheOldStar(String command) {
        String complaint = complaintThatLeavesTheOldStar(
                command,
                "ALTER TABLE payment MODIFY amount DECIMAL(5, 2) NULL",
                "UPDATE payment SET amount = NULL WHERE payment_id = 300");

        assertTrue(
                complaint.contains("The source's payment.amount is NULL in the row with payment_id 300. Try: give it a"
                        + " value; the star cannot do without one."),
                complaint);
    }

    @ParameterizedTest
    @CsvSource({"film, title, VARCHAR(128)", "actor, first_name, VARCHAR(45)", "language, name, CHAR(20)"})
    void aRowWithoutATextThatTheStarNeedsLeavesTheOldStar(String table, String column, String type) {
        String complaint = complaintThatLeavesTheOldStar(
                "incremental",
                "ALTER TABLE " + table + " MODIFY " + column + " " + type + " NULL",
                "UPDATE " + table + " SET " + column + " = NULL WHERE " + table + "_id = 1");

        assertTrue(
                complaint.contains("The source's %1$s.%2$s is NULL in the row with %1$s_id 1.".formatted(table, column)),
                complaint);
    }

    private String complaintThatLeavesTheOldStar(String command, String... changesOfPayments) {
        Map<String, List<String>> before = StarContent.exactly(warehouse);
        sakila.execute("UPDATE film SET title = 'New'");
        sakila.execute(changesOfPayments);

        String complaint = tidemark.run(command).exitingWith(3).complaint();

        assertEquals(before, StarContent.exactly(warehouse));
        assertEquals("failed", warehouse.lastRun("outcome"));
        return complaint;
    }

    @ParameterizedTest
    @ValueSource(strings = {"full-load", "incremental"})
    void readersSeeTheOldStarUntilItCommits(String command) throws Exception {
        Map<String, List<String>> before = StarContent.exactly(warehouse);
        sakila.execute("UPDATE film SET title = 'New'", "DELETE FROM payment WHERE payment_id <= 100");
        CompletableFuture<TidemarkCli.Result> running;
        try (Connection reader = warehouse.connect()) {
            reader.setAutoCommit(false);
            try (TableLock lock = TableLock.on(sakila, "payment")) {
                running = CompletableFuture.supplyAsync(() -> tidemark.run(command));
                lock.awaitReader();
                assertEquals(before, StarContent.exactly(warehouse));
                assertEquals(0, newTitles(reader));
            }
            running.get(60, TimeUnit.SECONDS).exitingWith(0);
            // This reader's transaction began before the load's end.
            assertEquals(0, newTitles(reader));
            reader.rollback();
            assertEquals(40, newTitles(reader));
        }
    }

    @Test
    void aConnectionThatIsKilledMidwayLeavesTheOldStar() throws Exception {
        Map<String, List<String>> before = StarContent.exactly(warehouse);
        sakila.execute("UPDATE film SET title = 'New'");
        CompletableFuture<TidemarkCli.Result> running;
        try (TableLock lock = TableLock.on(sakila, "payment")) {
            running = CompletableFuture.supplyAsync(() -> tidemark.run("full-load", "--retries", "0"));
            lock.killReader();
        }
        running.get(60, TimeUnit.SECONDS).exitingWith(3).complaint();
        assertEquals(before, StarContent.exactly(warehouse));
    }

    @Test
    void totalsThatSomeoneSpoiltAreNoticedByTheNextLoadThatWritesAndRepairedByADeepOne() {
        warehouse.execute(
                "UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE payment_id IN (10, 20)",
                "UPDATE fact_rental SET store_key = 1 WHERE rental_id <= 50");
        tidemark.run("validate", "--all").exitingWith(1);
        sakila.execute("UPDATE payment SET amount = amount + 1 WHERE payment_id = 300");
        Map<String, List<String>> before = StarContent.exactly(warehouse);

        String complaint = tidemark.run("incremental").exitingWith(70).complaint();

        assertTrue(complaint.contains("After the load fact_payment holds for store "), complaint);
        assertTrue(complaint.contains("Try: incremental --deep, which compares and repairs every row"), complaint);
        assertEquals(before, StarContent.exactly(warehouse));
        assertEquals("", tidemark.succeed("incremental", "--deep").err());
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        assertEquals("", tidemark.succeed("incremental").err());
    }

    private static long newTitles(Connection reader) throws Exception {
        try (Statement statement = reader.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM dim_film WHERE title = 'New'")) {
            return answer.getLong(1);
        }
    }
}
