package dev.tidemark.sakila.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.WithReplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dimensions hold the latest values of the source, type by type. */
class DimensionValuesTest extends WithReplication {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT actor_id, first_name, last_name, last_update FROM actor ORDER BY 1 \
            | SELECT actor_id, first_name, last_name, last_update FROM dim_actor ORDER BY 1
            SELECT category_id, name, last_update FROM category ORDER BY 1 \
            | SELECT category_id, name, last_update FROM dim_category ORDER BY 1
            SELECT store_id, city, country, store.last_update FROM store JOIN address USING (address_id) \
            JOIN city USING (city_id) JOIN country USING (country_id) ORDER BY 1 \
            | SELECT store_id, city, country, last_update FROM dim_store ORDER BY 1
            SELECT customer_id, first_name, last_name, active + 0, city, country, customer.last_update FROM customer \
            JOIN address USING (address_id) JOIN city USING (city_id) JOIN country USING (country_id) ORDER BY 1 \
            | SELECT customer_id, first_name, last_name, active, city, country, last_update FROM dim_customer ORDER BY 1
            SELECT staff_id, first_name, last_name, store_id, active + 0, last_update FROM staff ORDER BY 1 \
            | SELECT staff_id, first_name, last_name, store_id, active, dim_staff.last_update FROM dim_staff \
            JOIN dim_store USING (store_key) ORDER BY 1
            SELECT film_id, title, description, rating, length, l.name, o.name, release_year, rental_duration, \
            rental_rate, replacement_cost, special_features, f.last_update FROM film f JOIN language l \
            USING (language_id) LEFT JOIN language o ON o.language_id = original_language_id ORDER BY 1 \
            | SELECT film_id, title, description, rating, length, language, original_language, release_year, \
            rental_duration, rental_rate, replacement_cost, special_features, last_update FROM dim_film ORDER BY 1
            SELECT film_id, actor_id FROM film_actor ORDER BY 1, 2 \
            | SELECT f.film_id, a.actor_id FROM bridge_film_actor JOIN dim_film f USING (film_key) \
            JOIN dim_actor a USING (actor_key) ORDER BY 1, 2
            SELECT film_id, category_id FROM film_category ORDER BY 1, 2 \
            | SELECT f.film_id, c.category_id FROM bridge_film_category JOIN dim_film f USING (film_key) \
            JOIN dim_category c USING (category_key) ORDER BY 1, 2
            """)
    void everyRowIsCarriedOver(String source, String star) {
        assertEquals(sakila.rows(source), warehouse.rows(star));
    }

    @Test
    void typesKeepTheirWholeRange() {
        sakila.execute(
                "UPDATE film SET film_id = 65535, release_year = 2155, length = 65535, rental_duration = 255,"
                        + " replacement_cost = 999.99, rating = 'NC-17',"
                        + " special_features = 'Behind the Scenes,Trailers', title = '𠮷🎬 \\'\"\\\\;--' WHERE film_id = 8",
                "UPDATE film SET release_year = 1901, rating = NULL, length = NULL, special_features = ''"
                        + " WHERE film_id = 9",
                "UPDATE customer SET active = 7, first_name = '  Zoë ' WHERE customer_id = 3");

        tidemark.succeed("incremental");

        assertEquals(
                List.of("2155|65535|255|999.99|NC-17|Trailers,Behind the Scenes|𠮷🎬 '\"\\;--"),
                warehouse.rows("SELECT release_year, length, rental_duration, replacement_cost, rating,"
                        + " special_features, title FROM dim_film WHERE film_id = 65535"));
        assertEquals(
                List.of("1901|null|null|"),
                warehouse.rows(
                        "SELECT release_year, rating, length, special_features FROM dim_film WHERE film_id = 9"));
        assertEquals(
                List.of("1|  Zoë "), warehouse.rows("SELECT active, first_name FROM dim_customer WHERE customer_id = 3"));
    }

    @Test
    void datesThatAreNoneAreNullAndNoted() {
        sakila.execute("SET sql_mode = ''; UPDATE rental SET rental_date = '0000-00-00', return_date = '2024-02-00'"
                + " WHERE rental_id = 5; UPDATE payment SET payment_date = '0000-00-00' WHERE payment_id = 6");

        String notes = tidemark.succeed("incremental").err();

        assertEquals(
                List.of("null|null|null|null"),
                warehouse.rows("SELECT date_key_rented, date_key_returned, rental_duration_days, rented_at"
                        + " FROM fact_rental WHERE rental_id = 5"));
        assertEquals(
                List.of("null|null"),
                warehouse.rows("SELECT date_key_paid, paid_at FROM fact_payment WHERE payment_id = 6"));
        assertTrue(notes.contains("1 value of rental.rental_date is no date"), notes);
        assertTrue(notes.contains("1 value of payment.payment_date is no date"), notes);
        tidemark.succeed("validate", "--all");
        warehouse.execute("UPDATE fact_rental SET staff_id = 7 WHERE rental_id = 5");
        String ofRepair = tidemark.succeed("incremental", "--deep").err();
        assertTrue(ofRepair.contains("1 value of rental.rental_date is no date"), ofRepair);
    }

    @Test
    void lastUpdateIsUtcWhateverTheServersZone() {
        sakila.execute("SET time_zone = '+09:00'; UPDATE actor SET last_update = '2025-06-01 03:00:00' WHERE actor_id = 4",
                "SET GLOBAL time_zone = '+09:00'");
        try {
            tidemark.succeed("full-load");
        } finally {
            sakila.execute("SET GLOBAL time_zone = 'SYSTEM'");
        }
        assertEquals(
                List.of("2025-05-31 18:00:00"),
                warehouse.rows("SELECT last_update FROM dim_actor WHERE actor_id = 4"));
    }
}
