package dev.tidemark.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.WithUnchangedSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whatever someone does to the warehouse, validate finds and names it. */
class ValidationDifferencesTest extends WithUnchangedSource {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dim_film     | UPDATE dim_film SET length = length + 1 WHERE film_id = 3                    | 0 0 1 0 0
            dim_film     | UPDATE dim_film SET title = 'x' WHERE film_id IN (3, 4)                      | 0 0 2 0 0
            dim_film     | UPDATE dim_film SET language = NULL WHERE film_id = 3                        | 0 0 1 0 0
            dim_actor    | DELETE FROM dim_actor WHERE actor_id = 7                                     | 1 0 0 0 0
            dim_category | INSERT INTO dim_category (category_id, name) VALUES (200, 'Extra')           | 0 1 0 0 0
            dim_store    | UPDATE dim_store SET country = 'Nowhere'                                     | 0 0 2 0 0
            dim_customer | UPDATE dim_customer SET active = 1 - active WHERE customer_id = 5            | 0 0 1 0 0
            dim_customer | UPDATE dim_customer SET last_update = '2020-01-01 00:00:00' WHERE customer_id = 5 | 0 0 1 0 0
            dim_staff    | UPDATE dim_staff SET last_name = 'x' WHERE staff_id = 2                      | 0 0 1 0 0
            dim_date     | UPDATE dim_date SET month_name = 'May' WHERE date_key = 20240229             | 0 0 1 0 0
            dim_date     | UPDATE dim_date SET iso_week = 10 WHERE date_key = 20240229                  | 0 0 1 0 0
            dim_date     | DELETE FROM dim_date WHERE date_key = 20240229                               | 1 0 0 0 0
            dim_date     | UPDATE dim_date SET is_weekend = 1 - is_weekend WHERE date_key = 20240229    | 0 0 1 0 0
            bridge_film_actor | DELETE FROM bridge_film_actor WHERE film_id = 3                         | 4 0 0 0 0
            bridge_film_actor | UPDATE bridge_film_actor SET film_key = 1 WHERE film_id = 3 AND actor_key = \
            (SELECT max(actor_key) FROM bridge_film_actor WHERE film_id = 3 AND actor_key NOT IN \
            (SELECT actor_key FROM bridge_film_actor WHERE film_key = 1))                               | 0 0 1 0 0
            bridge_film_category | INSERT INTO bridge_film_category VALUES (1, 1, 900, 1)               | 0 1 0 0 0
            fact_rental  | DELETE FROM fact_rental WHERE rental_id BETWEEN 11 AND 15                    | 5 0 0 0 0
            fact_rental  | UPDATE fact_rental SET rental_id = 70000 WHERE rental_id = 11                | 1 1 0 0 0
            fact_rental  | UPDATE fact_rental SET store_key = 3 - store_key WHERE rental_id = 11        | 0 0 1 0 0
            fact_rental  | UPDATE fact_rental SET rental_duration_days = NULL WHERE rental_id = 11      | 0 0 1 0 0
            fact_payment | UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE payment_id = 9 | 0 0 1 0 0
            fact_rental  | UPDATE fact_rental SET staff_key = 3 - staff_key WHERE rental_id = 11        | 0 0 1 0 0
            fact_payment | UPDATE fact_payment SET staff_key = NULL WHERE payment_id = 9                | 0 0 1 0 0
            fact_payment | UPDATE fact_payment SET film_key = film_key % 40 + 1 WHERE payment_id = 9    | 0 0 1 0 0
            fact_payment | UPDATE fact_payment SET date_key_paid = 20240229 WHERE payment_id = 9        | 0 0 1 0 0
            fact_payment | INSERT INTO fact_payment (payment_id, staff_id, amount_cents) VALUES (90000, 1, 5) \
                                                                                                        | 0 1 0 0 0
            """)
    void tamperingIsFound(String table, String tampering, String expected) {
        warehouse.execute(tampering);
        Report report = Report.of(tidemark, 1, "--all");
        assertEquals(expected, report.counts(table));
        assertEquals("DIFFERENT", report.verdict(table));
        assertFalse(report.json().path("valid").asBoolean());
    }

    @Test
    void twoWrongsThatCancelOutAreFound() {
        warehouse.execute(
                "UPDATE fact_payment SET amount_cents = amount_cents + 100 WHERE payment_id = 20",
                "UPDATE fact_payment SET amount_cents = amount_cents - 100 WHERE payment_id = 21");
        assertEquals("0 0 2 0 0", Report.of(tidemark, 1, "--all").counts("fact_payment"));
    }

    @Test
    void duplicatesAreFoundInAFileWithoutItsIndex() {
        warehouse.execute(
                "ALTER TABLE fact_payment RENAME TO old",
                "CREATE TABLE fact_payment AS SELECT * FROM old",
                "INSERT INTO fact_payment SELECT * FROM old WHERE payment_id IN (5, 6)",
                "DROP TABLE old");
        Report report = Report.of(tidemark, 1, "--all");
        assertEquals("0 0 0 2 0", report.counts("fact_payment"));
        assertEquals(List.of("5", "6"), report.named("fact_payment"));
    }

    @Test
    void aRowWhoseDimensionIsGoneIsAnOrphanAndTheDimensionIsWrong() {
        warehouse.execute(
                "DELETE FROM dim_store WHERE store_id = 2",
                "DELETE FROM dim_actor WHERE actor_id = 7",
                "DELETE FROM dim_customer WHERE customer_id = 9");

        Report report = Report.of(tidemark, 1, "--all");

        for (String dimension : List.of("dim_store", "dim_actor", "dim_customer")) {
            assertEquals("1 0 0 0 0", report.counts(dimension));
            assertEquals("DIFFERENT", report.verdict(dimension));
        }
        for (String referring : List.of("fact_rental", "fact_payment", "bridge_film_actor")) {
            assertEquals("0 0 0 0 0", report.counts(referring), referring);
            assertEquals("EQUAL", report.verdict(referring), referring);
        }
        assertEquals(100, report.json().path("orphans").size());
    }

    @Test
    void aRowWhoseDimensionIsGoneIsWrongWhereAnythingElseOfItDiffers() {
        warehouse.execute(
                "DELETE FROM dim_store WHERE store_id = 2",
                "UPDATE fact_rental SET staff_id = 9 WHERE rental_id IN (1, 2)",
                "UPDATE fact_rental SET store_key = NULL WHERE rental_id = 3",
                "UPDATE fact_rental SET store_key = 77 WHERE rental_id = 4");

        Report report = Report.of(tidemark, 1, "--all");

        List<String> named = report.named("fact_rental");
        assertTrue(named.containsAll(List.of("1", "2")), named::toString);
        assertEquals("DIFFERENT", report.verdict("fact_rental"));
    }

    @Test
    void orphansAreNamed() {
        warehouse.execute("DELETE FROM dim_store WHERE store_id = 2");
        Report report = Report.of(tidemark, 1, "--all");
        assertEquals(100, report.json().path("orphans").size());
        assertEquals("dim_store", report.json().path("orphans").get(0).path("parent").asString());
        String text = tidemark.run("validate", "--all").exitingWith(1).out();
        assertTrue(text.matches("(?s).*fact_(rental|payment) row \\d+: its dim_store is not there.*"), text);
    }

    @Test
    void theFirstTwentyOfEachKindAreNamed() {
        warehouse.execute(
                "DELETE FROM fact_rental WHERE rental_id BETWEEN 101 AND 125",
                "UPDATE fact_rental SET staff_id = 9 WHERE rental_id BETWEEN 201 AND 225");
        Report report = Report.of(tidemark, 1, "--all");
        assertEquals("25 0 25 0 0", report.counts("fact_rental"));
        List<String> expected = IntStream.concat(IntStream.rangeClosed(101, 120), IntStream.rangeClosed(201, 220))
                .mapToObj(Integer::toString)
                .toList();
        assertEquals(expected, report.named("fact_rental"));
    }

    @Test
    void totalsPerStoreAreComparedToTheCent() {
        warehouse.execute("UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE payment_id = 11");
        JsonNode wrong = Json.elements(Report.of(tidemark, 1, "--all").json().path("totals"))
                .filter(total -> total.path("verdict").asString().equals("DIFFERENT"))
                .toList()
                .getFirst();
        assertEquals("fact_payment", wrong.path("table").asString());
        assertEquals(
                wrong.path("source").path("amountCents").asLong() + 1,
                wrong.path("warehouse").path("amountCents").asLong());
        assertEquals(wrong.path("source").path("rows"), wrong.path("warehouse").path("rows"));
    }
}
