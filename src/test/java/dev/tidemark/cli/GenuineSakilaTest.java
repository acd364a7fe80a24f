package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.WithReplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The main job on the genuine Sakila, with the figures that are known of it. */
@EnabledIf("dev.tidemark.support.SakilaSchema#genuineAvailable")
class GenuineSakilaTest extends WithReplication {
    GenuineSakilaTest() {
        super(Replication.of(SakilaSchema.genuine()));
    }

    @BeforeEach
    void load() {
        tidemark.succeedAll("init", "full-load");
    }

    @Test
    void theWholeJob() {
        tidemark.succeed("validate", "--all");
        expectTheKnownFigures();
        sakila.execute(
                "INSERT INTO rental (rental_date, inventory_id, customer_id, staff_id) VALUES (NOW(), 1, 1, 1)",
                "INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date)"
                        + " SELECT 1, 1, max(rental_id), 6.99, NOW() FROM rental",
                "UPDATE rental SET return_date = '2006-02-20 12:00:00' WHERE return_date IS NULL LIMIT 3",
                "UPDATE payment SET amount = amount + 0.01 WHERE payment_id = 100",
                "UPDATE customer SET last_name = 'ÅNGSTRÖM' WHERE customer_id = 5",
                "UPDATE country SET country = 'Türkiye' WHERE country = 'Turkey'",
                "UPDATE inventory SET store_id = 3 - store_id WHERE inventory_id <= 10",
                "DELETE FROM payment WHERE payment_id = 200",
                "DELETE FROM rental WHERE rental_id = 300");

        tidemark.succeed("incremental");

        tidemark.succeed("validate", "--all");
        assertEquals(
                sakila.rows("SELECT count(*), sum(amount) FROM payment"),
                warehouse.rows("SELECT count(*), printf('%.2f', sum(amount_cents) / 100.0) FROM fact_payment"));
        assertEquals(181, warehouse.queryLong("SELECT count(*) FROM fact_rental WHERE date_key_returned IS NULL"));
        assertTrue(warehouse.queryLong("SELECT count(*) FROM dim_customer WHERE country = 'Türkiye'") > 0);
        assertTrue(tidemark.succeed("incremental").out().contains("nothing differed"));
    }

    private void expectTheKnownFigures() {
        assertEquals(
                List.of("1|16044", "2|16044"),
                warehouse.rows("SELECT 1, count(*) FROM fact_rental UNION ALL SELECT 2, count(*) FROM fact_payment"));
        assertEquals(
                List.of("1|33679.79", "2|33726.77"),
                warehouse.rows("SELECT store_id, printf('%.2f', sum(amount_cents) / 100.0) FROM fact_payment"
                        + " JOIN dim_store USING (store_key) GROUP BY store_id ORDER BY store_id"));
        assertEquals(183, warehouse.queryLong("SELECT count(*) FROM fact_rental WHERE date_key_returned IS NULL"));
        assertEquals(
                List.of(
                        "OLVERA|ACADEMY DINOSAUR|2005-08-27", "MORRIS|PEACH INNOCENT|2006-02-17",
                        "SOUTH|SUIT WALLS|2006-02-17"),
                warehouse.rows("SELECT last_name, title, due_on FROM overdue ORDER BY due_on, rental_id LIMIT 3"));
        assertEquals(183, warehouse.queryLong("SELECT count(*) FROM overdue"));
        assertEquals(
                List.of("BUCKET BROTHERHOOD|180.66"),
                warehouse.rows("SELECT title, printf('%.2f', sum(amount)) FROM fact_payment JOIN dim_film USING (film_key)"
                        + " WHERE film_id = 103 GROUP BY film_id"));
        assertEquals(
                List.of("1000|200|16|2|599|5462|1000"),
                warehouse.rows("SELECT (SELECT count(*) FROM dim_film), (SELECT count(*) FROM dim_actor),"
                        + " (SELECT count(*) FROM dim_category), (SELECT count(*) FROM dim_store),"
                        + " (SELECT count(*) FROM dim_customer), (SELECT count(*) FROM bridge_film_actor),"
                        + " (SELECT count(*) FROM bridge_film_category)"));
        assertEquals(
                List.of("ACADEMY DINOSAUR|PG|86|English|2006|2006-02-15 05:03:42"),
                warehouse.rows("SELECT title, rating, length, language, release_year, last_update FROM dim_film"
                        + " WHERE film_id = 1"));
    }
}
