package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Exit code 70: what Tidemark did not foresee is one line too, and a trace for those who ask. */
class FaultTest extends WithReplication {
    @Test
    void aSchemaThatSomeoneTookApartIsAFaultThatIsNamed() {
        warehouse.execute("ALTER TABLE fact_payment DROP COLUMN staff_id");

        String complaint = tidemark.run("full-load").exitingWith(70).complaint();

        assertTrue(complaint.startsWith("tidemark: SQLite failed at the warehouse " + warehouse.path() + ": "), complaint);
        assertTrue(complaint.contains("staff_id"), complaint);
        assertTrue(complaint.endsWith("; else --verbose, and report the trace."), complaint);
        assertEquals("failed", warehouse.lastRun("outcome"));
    }

    @Test
    void rowsThatSomeoneSpoiltSoThatNoneCanBeWrittenAreMendedByAFullLoad() {
        warehouse.execute("UPDATE bridge_film_actor SET film_id = 39 WHERE film_id = 1"
                + " AND actor_id NOT IN (SELECT actor_id FROM bridge_film_actor WHERE film_id = 39)");
        // Films 1 to 15 are read again, and film 39 is not.
        sakila.execute("DELETE FROM film_actor WHERE film_id = 2");

        String complaint = tidemark.run("incremental").exitingWith(70).complaint();

        assertTrue(complaint.contains("contradict those to be written"), complaint);
        assertTrue(complaint.contains("Try: full-load, which rebuilds them"), complaint);
        tidemark.succeedAll("full-load", "validate");
    }

    @Test
    void whatALoadWroteAndSomethingElseChangedIsNotKept() {
        warehouse.execute(
                "UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE payment_id = 1",
                "CREATE TRIGGER less AFTER UPDATE ON fact_payment BEGIN"
                        + " UPDATE fact_payment SET amount_cents = amount_cents - 1 WHERE payment_id = 1; END");
        String totals = tidemark.run("incremental", "--deep").exitingWith(70).complaint();
        assertTrue(totals.contains("After the load fact_payment holds for store "), totals);
        String sums = ".* rows with \\d+ cents, and the source \\d+ rows with \\d+ cents\\. Try: .*";
        assertTrue(totals.matches(sums), totals);

        warehouse.execute("DROP TRIGGER less", "DELETE FROM fact_payment WHERE payment_id = 1",
                "CREATE TRIGGER fewer AFTER INSERT ON fact_payment BEGIN"
                        + " DELETE FROM fact_payment WHERE payment_id = 1; END");
        String keys = tidemark.run("incremental", "--deep").exitingWith(70).complaint();
        assertTrue(
                keys.contains("After the load fact_payment has other rows than the source's payment: 399 against 400"),
                keys);
        warehouse.execute("DROP TRIGGER fewer");
        tidemark.succeedAll("full-load", "validate");
    }

    @Test
    void theTraceIsForThoseWhoAsk() {
        warehouse.execute("DROP TABLE sync_state");
        String err = tidemark.run("--verbose", "status").exitingWith(4).err();
        assertTrue(err.contains("no such table: sync_state"), err);
        assertTrue(err.contains("\tat dev.tidemark."), err);
    }

    @Test
    void anErrorOfTheJvmIsNoExitCodeOfSomethingElse() {
        TidemarkCli broken = tidemark.at(new BrokenClock());
        String complaint = broken.run("full-load").exitingWith(70).complaint();
        assertTrue(complaint.startsWith("tidemark: Tidemark failed by a fault of its own: "), complaint);
        assertTrue(complaint.endsWith("Try: run the command again with --verbose and report the trace."), complaint);
        assertFalse(complaint.contains("null"), complaint);
        String err = broken.run("--verbose", "full-load").exitingWith(70).err();
        assertTrue(err.lines().findFirst().orElseThrow().endsWith("Try: report the trace below."), err);
    }

    /** A clock on a JVM at its end. */
    private static final class BrokenClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new StackOverflowError();
        }
    }
}
