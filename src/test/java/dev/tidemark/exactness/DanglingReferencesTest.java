package dev.tidemark.exactness;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References to missing rows, which a source may have without foreign keys or with their checks off. */
class DanglingReferencesTest extends WithMirror {
    private static final String UNCHECKED = "SET FOREIGN_KEY_CHECKS = 0; ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM film WHERE film_id = 5",
                "DELETE FROM customer WHERE customer_id = 5",
                "DELETE FROM store WHERE store_id = 1",
                "DELETE FROM actor WHERE actor_id = 5",
                "DELETE FROM category WHERE category_id = 5",
                "DELETE FROM rental WHERE rental_id = 5",
                "UPDATE payment SET rental_id = 9999 WHERE payment_id = 5",
                "UPDATE rental SET inventory_id = 9999, customer_id = 9999, staff_id = 99 WHERE rental_id = 5",
                "UPDATE customer SET address_id = 9999 WHERE customer_id = 5",
                "INSERT INTO film_actor (film_id, actor_id) VALUES (5, 9999)",
                "INSERT INTO film_category (film_id, category_id) VALUES (9999, 5)"
            })
    void areNull(String change) {
        sakila.execute(UNCHECKED + change);

        mirror.requireExactAfterIncremental();
        mirror.tidemark().succeed("full-load");
        mirror.requireExact();
    }

    @Test
    void areFilledOnceTheMissingRowIsThere() {
        sakila.execute(UNCHECKED + "UPDATE rental SET customer_id = 9999 WHERE rental_id < 9; "
                + "UPDATE payment SET customer_id = 9999 WHERE payment_id < 9");
        mirror.requireExactAfterIncremental();

        sakila.execute("INSERT INTO customer SELECT 9999, store_id, first_name, last_name, email, address_id, active,"
                + " create_date, last_update FROM customer WHERE customer_id = 1");

        mirror.requireExactAfterIncremental();
    }
}
