package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.OneIn;
import dev.tidemark.support.Replication;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.WithReplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Differences after loads of some tables: validate finds them, and the next plain incremental repairs them. */
@OneIn(3)
class PartialLoadTest extends WithReplication {
    private static final String UNCHECKED = "SET FOREIGN_KEY_CHECKS = 0; ";
    private static final String[] CHANGES = {
        "INSERT INTO actor (first_name, last_name) VALUES ('NEW', 'ACTOR')",
        "INSERT INTO film_actor (film_id, actor_id) SELECT 1, max(actor_id) FROM actor",
        "UPDATE film SET title = 'SILENT', last_update = last_update WHERE film_id IN (3, 30)",
        "UPDATE country SET country = 'Atlantis', last_update = last_update WHERE country_id < 9",
        "UPDATE inventory SET store_id = 3 - store_id, last_update = last_update WHERE inventory_id < 30",
        "UPDATE payment SET amount = amount + 1, last_update = last_update WHERE payment_id IN (7, 300)",
        "DELETE FROM payment WHERE payment_id BETWEEN 31 AND 36",
        "DELETE FROM rental WHERE rental_id = 9",
        "UPDATE language SET name = 'Klingon', last_update = last_update"
    };

    @ParameterizedTest
    @ValueSource(strings = {
        "incremental --tables dim_actor",
        "incremental --tables dim_film,dim_actor,bridge_film_actor",
        "incremental --deep --tables dim_customer",
        "full-load --tables dim_store",
        "full-load --tables dim_film,dim_store,dim_customer"
    })
    void rowsThatAreMissingThoughNothingChangedAreWrong(String load) {
        sakila.execute("UPDATE film SET title = 'NEW' WHERE film_id = 3", "UPDATE city SET city = 'Ys'");
        run(load);
        warehouse.execute("DELETE FROM fact_rental WHERE rental_id % 2 = 0");

        JsonNode report = validate(1);

        JsonNode rentals = Json.find(report.path("tables"), "table", "fact_rental");
        assertEquals("DIFFERENT", rentals.path("verdict").asString());
        assertEquals(200, rentals.path("missing").asLong());
        assertEquals(0, rentals.path("pending").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "incremental --tables dim_actor",
        "incremental --tables dim_film",
        "incremental --tables dim_film,dim_store,dim_staff,dim_customer,fact_payment",
        "incremental --tables dim_film,dim_store,dim_staff,dim_customer,fact_rental",
        "incremental --deep --tables dim_film,dim_category,bridge_film_category",
        "full-load --tables dim_customer",
        "full-load --tables dim_film,dim_actor,bridge_film_actor",
        "full-load --tables dim_film,dim_store,dim_staff,dim_customer,fact_payment"
    })
    void whatIsLeftBehindIsPendingAndThenRepaired(String load) {
        sakila.execute(CHANGES);
        run(load);
        JsonNode report = validate(0);
        assertTrue(report.toString().contains("PENDING"), report::toString);

        requireRepaired();
    }

    @Test
    void severalInARowWithChangesBetweenThemAreRepaired() {
        for (String load : new String[] {
            "incremental --tables dim_film", "full-load --tables dim_customer", "incremental --tables dim_actor",
            "full-load --tables dim_film,dim_store,dim_staff,dim_customer,fact_payment",
            "incremental --deep --tables dim_film"
        }) {
            sakila.execute(
                    "UPDATE film SET title = CONCAT(title, '+'), last_update = last_update WHERE film_id = 3",
                    "UPDATE city SET city = CONCAT(city, '+'), last_update = last_update",
                    "UPDATE actor SET first_name = CONCAT(first_name, '+'), last_update = last_update WHERE actor_id = 5",
                    "UPDATE payment SET amount = amount + 1, last_update = last_update WHERE payment_id = 7",
                    "DELETE FROM rental ORDER BY rental_id LIMIT 1");
            run(load);
        }
        requireRepaired();
    }

    /** The rows are again as the last full run knew them, but the partial run wrote their state in between. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dim_film     | UPDATE film SET title = 'BETWEEN', last_update = last_update WHERE film_id = 3 \
                         | UPDATE film SET title = 'BEFORE', last_update = last_update WHERE film_id = 3
            dim_actor    | INSERT INTO actor (actor_id, first_name, last_name) VALUES (5000, 'SHORT', 'LIVED') \
                         | DELETE FROM actor WHERE actor_id = 5000
            dim_store    | UPDATE city SET city = 'Between', last_update = last_update \
                         | UPDATE city SET city = 'Before', last_update = last_update
            dim_customer | UPDATE customer SET active = 1 - active, last_update = last_update \
                         | UPDATE customer SET active = 1 - active, last_update = last_update
            dim_film,dim_store,dim_staff,dim_customer,fact_payment \
                         | UPDATE inventory SET store_id = 3 - store_id, last_update = last_update \
                         | UPDATE inventory SET store_id = 3 - store_id, last_update = last_update
            dim_film,dim_store,dim_staff,dim_customer,fact_rental,fact_payment \
                         | INSERT INTO film (film_id, title, language_id) VALUES (5000, 'SHORT LIVED', 1) \
                         | SET FOREIGN_KEY_CHECKS = 0; UPDATE inventory SET film_id = 5000 WHERE inventory_id < 9; \
                           DELETE FROM film WHERE film_id = 5000
            """)
    void whatASourceTakesBackAfterItIsTakenBackInTheWarehouse(String tables, String change, String back) {
        sakila.execute(back);
        tidemark.succeed("incremental");
        sakila.execute(change);
        tidemark.succeed("incremental", "--tables", tables);
        sakila.execute(back);

        requireRepaired();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dim_customer | UPDATE rental SET customer_id = 9999 WHERE rental_id < 9; \
                           UPDATE payment SET customer_id = 9999 WHERE payment_id < 9 \
                         | INSERT INTO customer SELECT 9999, store_id, first_name, last_name, email, address_id, active, \
                           create_date, last_update FROM customer WHERE customer_id = 1
            dim_film     | UPDATE inventory SET film_id = 9999 WHERE inventory_id < 9; \
                           INSERT INTO film_actor (film_id, actor_id) VALUES (9999, 1) \
                         | INSERT INTO film (film_id, title, language_id) VALUES (9999, 'MISSING', 1)
            dim_actor    | INSERT INTO film_actor (film_id, actor_id) VALUES (5, 9999) \
                         | INSERT INTO actor (actor_id, first_name, last_name) VALUES (9999, 'MISSING', 'ACTOR')
            dim_category | INSERT INTO film_category (film_id, category_id) VALUES (5, 99) \
                         | INSERT INTO category (category_id, name) VALUES (99, 'Missing')
            dim_store    | UPDATE inventory SET store_id = 99 WHERE inventory_id < 9 \
                         | INSERT INTO store (store_id, manager_staff_id, address_id) VALUES (99, 99, 1)
            """)
    void childrenThatWaitedForARowThatItBroughtComeWithTheNextRun(String dimension, String children, String parent) {
        sakila.execute(UNCHECKED + children);
        tidemark.succeed("incremental");
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        sakila.execute(UNCHECKED + parent);

        tidemark.succeed("incremental", "--tables", dimension);

        assertTrue(validate(0).toString().contains("PENDING"));
        requireRepaired();
    }

    @Test
    void tablesThatWereNeverLoadedArePending() {
        try (Replication fresh = Replication.sharing(sakila)) {
            fresh.tidemark().succeedAll("init");
            fresh.tidemark().succeed("full-load", "--tables", "dim_actor");
            String report = fresh.tidemark().succeed("validate", "--all").out();
            assertTrue(report.contains("pending"), report);
            fresh.tidemark().run("validate", "--all", "--fail-on", "warning").exitingWith(1);
            fresh.tidemark().succeed("incremental");
            fresh.tidemark().succeed("validate", "--all", "--fail-on", "warning");
        }
    }

    private void run(String command) {
        tidemark.succeed(command.split(" "));
    }

    private JsonNode validate(int exitCode) {
        return tidemark.json(exitCode, "validate", "--all");
    }

    private void requireRepaired() {
        tidemark.succeed("incremental");
        assertEquals(StarContent.ofFullLoad(sakila), StarContent.byNaturalKeys(warehouse));
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
    }
}
