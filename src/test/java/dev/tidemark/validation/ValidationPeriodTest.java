package dev.tidemark.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.JunitDocument;
import dev.tidemark.support.Replication;
import dev.tidemark.support.WithReplication;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** Which facts validate compares. Dimensions and bridges it always compares whole. */
class ValidationPeriodTest extends WithReplication {
    ValidationPeriodTest() {
        super(Replication.small().loaded().with("TIDEMARK_MAX_DELETES", "100%"));
    }

    @Test
    void itIsTheLastThirtyDaysByDefault() {
        pay(29, 30);
        Report report = Report.of(tidemark, 0);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertEquals(today.minusDays(29).toString(), report.json().path("from").asString());
        assertEquals(today.toString(), report.json().path("to").asString());
        assertEquals("1 of 1", rows(report));
    }

    @ParameterizedTest
    @CsvSource({"1, 1 of 1", "2, 2 of 2", "7, 2 of 2", "8, 3 of 3"})
    void daysCountTodayToo(int days, String expected) {
        pay(0, 1, 7);
        assertEquals(expected, rows(Report.of(tidemark, 0, "--days", "" + days)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-28, 2024-02-28, 1 of 1", "2024-02-28, 2024-02-29, 2 of 2", "2024-02-29, 2024-03-01, 2 of 2",
        "2024-03-01, 2024-03-01, 1 of 1", "2024-03-02, 2024-03-02, 0 of 0"
    })
    void bothEndsBelongToIt(String from, String to, String expected) {
        sakila.execute(
                "DELETE FROM payment",
                "INSERT INTO payment (customer_id, staff_id, amount, payment_date) VALUES"
                        + " (1, 1, 1, '2024-02-28 00:00:00'), (1, 1, 1, '2024-02-29 23:59:59'),"
                        + " (1, 1, 1, '2024-03-01 12:00:00')");
        tidemark.succeed("incremental");
        assertEquals(expected, rows(Report.of(tidemark, 0, "--from", from, "--to", to)));
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01, 2024-12-31", "2024-01-31, 2024-03-01", "0001-01-01, 9999-12-31"})
    void valuesThatAreNoDatesBelongToNone(String from, String to) {
        sakila.execute(
                "DELETE FROM payment",
                "SET sql_mode = 'ALLOW_INVALID_DATES'",
                "INSERT INTO payment (customer_id, staff_id, amount, payment_date) VALUES"
                        + " (1, 1, 1, '2024-02-28 00:00:00'), (1, 1, 1, '2024-03-00 23:59:59'),"
                        + " (1, 1, 1, '2024-00-10 12:00:00'), (1, 1, 1, '2024-02-30 12:00:00')");
        tidemark.succeed("incremental", "--max-deletes", "100%");
        assertEquals("1 of 1", rows(Report.of(tidemark, 0, "--from", from, "--to", to)));
    }

    @Test
    void allIsAll() {
        Report report = Report.of(tidemark, 0, "--all");
        assertEquals("400 of 400", rows(report));
        assertTrue(report.json().path("from").isNull() && report.json().path("to").isNull());
    }

    @Test
    void itMayHaveAllYearsOfMysql() {
        assertEquals("400 of 400", rows(Report.of(tidemark, 0, "--from", "0000-01-01", "--to", "9999-12-31")));
    }

    @Test
    void aPeriodWithoutAFactIsAWarningInEveryFormatWithTheOptionsToGive() {
        LocalDate newest = LocalDate.parse(warehouse.rows("SELECT max(d.date) FROM dim_date d"
                        + " WHERE d.date_key IN (SELECT date_key_paid FROM fact_payment"
                        + " UNION SELECT date_key_rented FROM fact_rental)")
                .getFirst());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String warning = "No fact was compared, because neither side has one of %s to %s;"
                        .formatted(today.minusDays(29), today)
                + " the newest fact is of %s: --all, or --from %s --to %s, compares it."
                        .formatted(newest, newest.minusDays(29), newest);
        String last = "What was compared matches the source. Warning: " + warning;

        assertTrue(tidemark.succeed("validate").out().endsWith("\n" + last + "\n"));
        JsonNode json = Report.of(tidemark, 0).json();
        assertEquals(warning, json.path("warning").asString());
        assertEquals(newest.toString(), json.path("newestFact").asString());
        assertTrue(json.path("periodIsEmpty").asBoolean());
        JunitDocument junit = JunitDocument.of(tidemark.succeed("validate", "--format", "junit").out());
        assertEquals("1", junit.suite().getAttribute("skipped"));
        Element skipped = (Element) junit.suite().getElementsByTagName("skipped").item(0);
        assertEquals(warning, skipped.getAttribute("message"));
        assertTrue(tidemark.succeed("validate", "--format", "markdown").out().contains("**" + last + "**"));

        String failed = tidemark.run("validate", "--fail-on", "warning").exitingWith(1).out();
        assertTrue(failed.endsWith(last + "\n"), failed);
        JunitDocument strict = JunitDocument.of(
                tidemark.run("validate", "--fail-on", "warning", "--format", "junit").exitingWith(1).out());
        assertEquals(warning, strict.failure().getAttribute("message"));
    }

    @Test
    void aWarehouseWithoutAnyFactSaysSo() {
        sakila.execute("DELETE FROM payment", "DELETE FROM rental");
        tidemark.succeed("incremental");
        String text = tidemark.succeed("validate", "--from", "1999-01-01", "--to", "1999-12-31").out();
        assertTrue(text.endsWith("one of 1999-01-01 to 1999-12-31; --all compares all facts.\n"), text);
        assertTrue(Report.of(tidemark, 0).json().path("newestFact").isNull());
        String all = tidemark.succeed("validate", "--all").out();
        assertTrue(all.endsWith("Warning: No fact was compared, because neither side has one.\n"), all);
    }

    @Test
    void aPeriodWithFactsHasNoWarning() {
        JsonNode json = Report.of(tidemark, 0, "--all").json();
        assertTrue(!json.path("periodIsEmpty").asBoolean() && json.path("warning").isNull());
        assertTrue(tidemark.succeed("validate", "--all").out().endsWith("\nThe warehouse matches the source.\n"));
        JunitDocument junit = JunitDocument.of(tidemark.succeed("validate", "--all", "--format", "junit").out());
        assertEquals("0", junit.suite().getAttribute("skipped"));
    }

    @Test
    void factsOutsideItAreNotCompared() {
        warehouse.execute("UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE date_key_paid < 20230101");
        Report outside = Report.of(tidemark, 0, "--from", "2023-01-01", "--to", "2023-12-31");
        Report inside = Report.of(tidemark, 1, "--from", "2022-01-01", "--to", "2022-12-31");
        assertEquals("EQUAL", outside.verdict("fact_payment"));
        assertEquals("DIFFERENT", inside.verdict("fact_payment"));
    }

    private void pay(int... daysAgo) {
        for (int days : daysAgo) {
            sakila.execute("INSERT INTO payment (customer_id, staff_id, amount, payment_date)"
                    + " VALUES (1, 1, 1, UTC_DATE() - INTERVAL " + days + " DAY)");
        }
        tidemark.succeed("incremental");
    }

    private static String rows(Report report) {
        JsonNode check = report.check("fact_payment");
        return check.path("warehouseRows").asLong() + " of " + check.path("sourceRows").asLong();
    }
}
