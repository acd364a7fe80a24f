package dev.tidemark.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.WithUnchangedSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people read of a validation: the same as scripts do. */
class ValidationTextTest extends WithUnchangedSource {
    @Test
    void textAndJsonAgree() {
        warehouse.execute(
                "UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE payment_id <= 3",
                "DELETE FROM fact_rental WHERE rental_id = 7",
                "INSERT INTO dim_category (category_id, name) VALUES (200, 'Extra')");
        Report report = Report.of(tidemark, 1, "--all");
        List<String> lines = tidemark.run("validate", "--all").exitingWith(1).out().lines().toList();
        for (JsonNode check : report.json().path("tables").values()) {
            assertTrue(lines.stream().anyMatch(line -> line.strip().replaceAll(" +", " ").equals(line(check))),
                    () -> line(check) + " in\n" + String.join("\n", lines));
        }
        assertEquals("The warehouse DIFFERS from the source.", lines.getLast());
        assertTrue(lines.contains("table                 source  warehouse  missing  extra  different  verdict"),
                () -> String.join("\n", lines));
    }

    @Test
    void aKindOfDifferenceThatThereIsNotHasNoColumn() {
        List<String> lines = tidemark.succeed("validate", "--all").out().lines().toList();
        assertTrue(lines.contains("table                 source  warehouse  verdict"), () -> String.join("\n", lines));
    }

    @Test
    void differencesAreNamedWithBothValues() {
        warehouse.execute(
                "UPDATE dim_actor SET first_name = 'Somebody', last_update = NULL WHERE actor_id = 4",
                "DELETE FROM bridge_film_category WHERE film_id = 5");
        String text = tidemark.run("validate").exitingWith(1).out();
        String name = sakila.query(String.class, "SELECT first_name FROM actor WHERE actor_id = 4");
        assertTrue(text.contains("dim_actor 4: different; first_name is \"Somebody\", should be \"" + name + "\";"
                + " last_update is NULL, should be \""), text);
        assertTrue(text.matches("(?s).*last_update is NULL, should be \"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*"), text);
        assertTrue(text.matches("(?s).*bridge_film_category 5/\\d+: missing\\R.*"), text);
    }

    @Test
    void aDifferenceIsOneLineWithoutControlCharacters() {
        warehouse.execute("UPDATE dim_actor SET first_name = 'A' || char(10, 27, 155) || 'Z' WHERE actor_id = 4");
        String text = tidemark.run("validate").exitingWith(1).out();
        assertTrue(text.contains("first_name is \"A\\u000a\\u001b\\u009bZ\", should be"), text);
    }

    @Test
    void rowsWithoutAmountsHaveNoSum() {
        String rentals = tidemark.succeed("validate", "--all").out().lines()
                .filter(line -> line.matches("fact_rental +store 1 .*"))
                .findFirst()
                .orElseThrow();
        assertTrue(rentals.matches("fact_rental +store 1 +[\\d,]+ +0 +- +- +equal"), rentals);
    }

    @Test
    void totalsAreMoneyWithCents() {
        String text = tidemark.succeed("validate", "--all").out();
        String sum = String.format(Locale.ROOT, "%,.2f", warehouse.queryLong(
                "SELECT sum(amount_cents) FROM fact_payment JOIN dim_store USING (store_key) WHERE store_id = 1") / 100.0);
        assertTrue(text.matches("(?s).*fact_payment +store 1 +\\d+ +0 +" + sum + " +0\\.00 +equal.*"), text);
    }

    @Test
    void totalsSayByHowMuchTheyAreOff() {
        long payment = warehouse.queryLong("SELECT min(payment_id) FROM fact_payment WHERE amount_cents > 0");
        long cents = warehouse.queryLong("SELECT amount_cents FROM fact_payment WHERE payment_id = " + payment);
        long store = warehouse.queryLong("SELECT store_id FROM fact_payment JOIN dim_store USING (store_key)"
                + " WHERE payment_id = " + payment);
        warehouse.execute("DELETE FROM fact_payment WHERE payment_id = " + payment);
        String text = tidemark.run("validate", "--all").exitingWith(1).out();
        String off = String.format(Locale.ROOT, "-%,.2f", cents / 100.0);
        assertTrue(text.matches("(?s).*fact_payment +store " + store + " +\\d+ +-1 +[\\d.,]+ +" + off + " +different.*"),
                text);
    }

    private static String line(JsonNode check) {
        return "%s %,d %,d %d %d %d %s".formatted(
                check.path("table").asString(), check.path("sourceRows").asLong(), check.path("warehouseRows").asLong(),
                check.path("missing").asLong(), check.path("extra").asLong(), check.path("different").asLong(),
                check.path("verdict").asString().toLowerCase(Locale.ROOT));
    }
}
