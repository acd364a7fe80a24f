package dev.tidemark.exactness;

import org.junit.jupiter.api.Test;

/** The largest and the smallest values that the source's columns take, and NULL. */
class EdgeValuesTest extends WithMirror {
    @Test
    void numbersOfEverySize() {
        sakila.execute(
                "UPDATE film SET length = 65535, rental_duration = 255, rental_rate = 99.99, replacement_cost = 999.99,"
                        + " release_year = 2155 WHERE film_id = 1",
                "UPDATE film SET length = 0, rental_duration = 0, rental_rate = -99.99, replacement_cost = -0.01,"
                        + " release_year = 1901 WHERE film_id = 2",
                "SET SESSION sql_mode = ''; UPDATE film SET release_year = 0 WHERE film_id = 3",
                "UPDATE payment SET amount = -999.99 WHERE payment_id = 1",
                "UPDATE payment SET amount = 999.99 WHERE payment_id = 2",
                "UPDATE payment SET amount = 0 WHERE payment_id = 3",
                "UPDATE payment SET amount = -0.01 WHERE payment_id = 4",
                "UPDATE payment SET payment_id = 4294967295 WHERE payment_id = 5",
                "UPDATE rental SET rental_id = 2147483647 WHERE rental_id = 6",
                "UPDATE rental SET rental_id = -2147483648 WHERE rental_id = 7",
                "UPDATE rental SET rental_id = 0 WHERE rental_id = 8",
                "UPDATE inventory SET inventory_id = 16777215 WHERE inventory_id = 9",
                "UPDATE film SET film_id = 65535 WHERE film_id = 10",
                "UPDATE actor SET actor_id = 65535 WHERE actor_id = 11",
                "UPDATE category SET category_id = 255 WHERE category_id = 2",
                "UPDATE customer SET active = 2 WHERE customer_id = 1",
                "UPDATE customer SET active = -1 WHERE customer_id = 2",
                "UPDATE customer SET active = 0 WHERE customer_id = 3");
        mirror.requireExactInEveryWay();
    }

    @Test
    void nothingInEveryColumnThatMayHoldNothing() {
        sakila.execute(
                "UPDATE film SET description = NULL, release_year = NULL, original_language_id = NULL, length = NULL,"
                        + " rating = NULL, special_features = NULL WHERE film_id = 1",
                "UPDATE customer SET email = NULL, last_update = NULL WHERE customer_id = 1",
                "UPDATE rental SET return_date = NULL WHERE rental_id = 1",
                "UPDATE payment SET rental_id = NULL, last_update = NULL WHERE payment_id = 1",
                "UPDATE address SET address2 = NULL, postal_code = NULL",
                "UPDATE staff SET picture = NULL, email = NULL, password = NULL");
        mirror.requireExactInEveryWay();
    }
}
