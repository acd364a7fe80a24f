package dev.tidemark.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.WithReplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the source changed after the load is pending, not wrong; and what is wrong is not pending. */
class ValidationPendingTest extends WithReplication {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dim_actor    | INSERT INTO actor (first_name, last_name) VALUES ('New', 'Actor')           | 1
            dim_actor    | UPDATE actor SET last_name = 'Changed' WHERE actor_id <= 3                  | 3
            dim_actor    | DELETE FROM film_actor WHERE actor_id = 5; DELETE FROM actor WHERE actor_id = 5 | 1
            dim_store    | UPDATE country SET country = 'Atlantis'                                      | 2
            dim_customer | UPDATE city SET city = 'Ys'                                                  | 30
            dim_film     | UPDATE language SET name = 'Klingon'                                         | 40
            fact_rental  | UPDATE inventory SET store_id = 3 - store_id                                 | 400
            fact_payment | UPDATE inventory SET store_id = 3 - store_id                                 | 398
            dim_staff    | UPDATE staff SET last_name = 'Changed'                                       | 2
            fact_payment | UPDATE inventory SET film_id = 41 - film_id                                  | 398
            fact_payment | UPDATE staff SET store_id = 3 - store_id                                     | 2
            fact_payment | UPDATE payment SET amount = amount + 1 WHERE payment_id <= 10                | 10
            fact_payment | DELETE FROM payment WHERE payment_id BETWEEN 31 AND 36                       | 6
            fact_payment | DELETE FROM rental WHERE rental_id = 31                                      | 1
            fact_rental  | DELETE FROM rental WHERE rental_id = 31                                      | 1
            bridge_film_actor | DELETE FROM film_actor WHERE film_id = 3                                | 4
            """)
    void laterChangesArePending(String table, String change, int rows) {
        sakila.execute(change);

        Report report = Report.of(tidemark, 0, "--all");

        assertTrue(report.json().path("valid").asBoolean());
        assertEquals("0 0 0 0 " + rows, report.counts(table));
        assertEquals("PENDING", report.verdict(table));
    }

    @Test
    void theyArePendingAlsoAmongMoreWrongRowsThanMemoryHolds() {
        sakila.execute("UPDATE payment SET amount = amount + 1 WHERE payment_id <= 10");
        warehouse.execute("WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 10001)"
                + " INSERT INTO fact_payment (payment_id, staff_id, amount_cents) SELECT 90000 + n, 1, 5 FROM number");

        Report report = Report.of(tidemark, 1, "--all");

        assertEquals("0 10001 0 0 10", report.counts("fact_payment"));
        assertEquals("DIFFERENT", report.verdict("fact_payment"));
        assertEquals("EQUAL", report.verdict("fact_rental"));
    }

    @Test
    void anIncrementalBringsThem() {
        sakila.execute("DELETE FROM rental WHERE rental_id = 31", "UPDATE country SET country = 'Atlantis'");
        assertTrue(Report.of(tidemark, 0, "--all").json().toString().contains("PENDING"));
        tidemark.succeed("incremental");
        assertFalse(Report.of(tidemark, 0, "--all").json().toString().contains("PENDING"));
    }

    @Test
    void theTextSaysWhatWillBringThem() {
        sakila.execute("UPDATE actor SET last_name = 'Changed' WHERE actor_id <= 3");
        String text = tidemark.succeed("validate", "--all").out();
        assertTrue(
                text.contains("The warehouse matches the source. 3 pending rows will come with the next incremental."),
                text);
    }

    @Test
    void aRowThatMovedIntoThePeriodIsPending() {
        sakila.execute("UPDATE payment SET payment_date = '2021-05-05 10:00:00' WHERE payment_id = 8");
        Report report = Report.of(tidemark, 0, "--from", "2021-05-01", "--to", "2021-05-31");
        assertEquals("0 0 0 0 1", report.counts("fact_payment"));
    }

    @Test
    void aRowThatMovedOutOfThePeriodIsPending() {
        sakila.execute("UPDATE payment SET payment_date = '2021-05-05 10:00:00' WHERE payment_id = 1");
        Report report = Report.of(tidemark, 0, "--from", "2022-01-01", "--to", "2025-12-31");
        assertEquals("0 0 0 0 1", report.counts("fact_payment"));
    }

    @Test
    void whatATransactionHeldBackDuringTheLoadIsPending() throws SQLException, InterruptedException {
        try (Connection connection = sakila.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE actor SET first_name = 'Late' WHERE actor_id = 2");
            statement.execute("INSERT INTO category (name) VALUES ('Late')");
            Thread.sleep(1_100);
            tidemark.succeed("full-load");
            connection.commit();
        }
        Report report = Report.of(tidemark, 0, "--all");
        assertEquals("0 0 0 0 1", report.counts("dim_actor"));
        assertEquals("0 0 0 0 1", report.counts("dim_category"));
        tidemark.succeed("incremental");
        assertEquals("0 0 0 0 0", Report.of(tidemark, 0, "--all").counts("dim_actor"));
    }

    /** Rows are compared with the ledger by ranges of 128 keys. */
    @Test
    void tamperingBesideLaterChangesIsWrongOutsideTheirRanges() {
        warehouse.execute(
                "DELETE FROM fact_payment WHERE payment_id IN (41, 128, 255)",
                "UPDATE fact_payment SET amount_cents = 1 WHERE payment_id IN (127, 256)");
        sakila.execute(
                "DELETE FROM payment WHERE payment_id = 43",
                "UPDATE payment SET amount = amount + 1 WHERE payment_id = 44",
                "INSERT INTO payment (customer_id, staff_id, amount, payment_date) VALUES (1, 1, 1, '2024-01-01')");

        Report report = Report.of(tidemark, 1, "--all");

        assertEquals("2 0 1 0 5", report.counts("fact_payment"));
        assertEquals(List.of("128", "255", "256"), report.named("fact_payment"));
        assertEquals("DIFFERENT", report.verdict("fact_payment"));
    }

    @Test
    void tamperingIsWrongWhereTheSourceDidNotChange() {
        warehouse.execute("DELETE FROM fact_payment WHERE payment_id % 2 = 0");
        sakila.execute("UPDATE language SET name = 'Klingon'");

        Report report = Report.of(tidemark, 1, "--all");

        assertEquals("200 0 0 0 0", report.counts("fact_payment"));
        assertEquals("0 0 0 0 40", report.counts("dim_film"));
    }

    @Test
    void aRunThatFailsLeavesPendingWhatWasPending() {
        sakila.execute("UPDATE actor SET last_name = 'Changed' WHERE actor_id <= 3");
        tidemark.with("TIDEMARK_SOURCE_PASSWORD", "wrong").run("incremental").exitingWith(3);
        assertEquals("0 0 0 0 3", Report.of(tidemark, 0, "--all").counts("dim_actor"));
    }

    @Test
    void aRewriteThatNoTimestampTellsOfIsPendingToo() {
        sakila.execute("UPDATE payment SET amount = amount + 1, last_update = last_update WHERE payment_id = 300");
        assertEquals("0 0 0 0 1", Report.of(tidemark, 0, "--all").counts("fact_payment"));
    }
}
