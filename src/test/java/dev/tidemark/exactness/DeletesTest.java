package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are deleted, alone and in bulk. */
class DeletesTest {
    private static final String OLD = "'2001-01-01 00:00:00'";

    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @AutoClose
    private final Mirror mirror = Mirror.sharing(SAKILA).load();

    private final SakilaSchema sakila = mirror.source();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM payment WHERE payment_id = 17",
                "DELETE FROM payment ORDER BY payment_id DESC LIMIT 1",
                "DELETE FROM payment ORDER BY payment_id LIMIT 1",
                "DELETE FROM payment WHERE MOD(payment_id, 5) = 0",
                "DELETE FROM rental WHERE rental_id = 31",
                "DELETE FROM rental WHERE MOD(rental_id, 7) = 0",
                "DELETE FROM film_actor WHERE film_id = 1",
                "DELETE FROM film_category ORDER BY film_id DESC LIMIT 1",
                "DELETE FROM actor WHERE actor_id NOT IN (SELECT actor_id FROM film_actor)",
                "DELETE FROM film_actor WHERE actor_id = 20; DELETE FROM actor WHERE actor_id = 20"
            })
    void areFound(String deletes) {
        sakila.execute(deletes);

        mirror.requireExactAfterIncremental();
    }

    @Test
    void oneDeleteAndOneInsertKeepTheCountAndAreFound() {
        sakila.execute(
                "DELETE FROM actor WHERE actor_id = (SELECT * FROM (SELECT MAX(actor_id) FROM actor"
                        + " WHERE actor_id NOT IN (SELECT actor_id FROM film_actor)) AS idle)",
                "INSERT INTO actor (first_name, last_name, last_update) VALUES ('ONE', 'FOR ANOTHER', " + OLD + ")",
                "DELETE FROM payment LIMIT 1",
                "INSERT INTO payment (customer_id, staff_id, amount, payment_date, last_update) VALUES (1, 1, 1, " + OLD
                        + ", " + OLD + ")");

        mirror.requireExactAfterIncremental();
    }

    /** {0, 3, 5, 6} and {1, 2, 4, 7} have the same count, the same sum and the same sum of squares. */
    @Test
    void keysOfEqualCountSumAndSquaresAreToldApart() {
        int from = 60_000;
        pay(from, from + 3, from + 5, from + 6);
        mirror.requireExactAfterIncremental();
        sakila.execute("DELETE FROM payment WHERE payment_id >= " + from);
        pay(from + 1, from + 2, from + 4, from + 7);
        assertEquals(4, sakila.queryLong("SELECT COUNT(*) FROM payment WHERE payment_id >= " + from));

        mirror.requireExactAfterIncremental();
    }

    @Test
    void aDeletedRentalHandsItsPaymentsToTheStoreOfTheStaff() {
        String stores = "SELECT store_id FROM fact_payment JOIN dim_store USING (store_key) WHERE payment_id = 900";
        sakila.execute(
                "INSERT INTO rental (rental_id, rental_date, inventory_id, customer_id, staff_id)"
                        + " SELECT 900, NOW(), MIN(inventory_id), 1, 1 FROM inventory WHERE store_id = 2",
                "INSERT INTO payment (payment_id, customer_id, staff_id, rental_id, amount, payment_date, last_update)"
                        + " VALUES (900, 1, 1, 900, 5, NOW(), " + OLD + ")");
        mirror.requireExactAfterIncremental();
        assertEquals(2, mirror.warehouse().queryLong(stores));

        sakila.execute("DELETE FROM rental WHERE rental_id = 900");

        mirror.requireExactAfterIncremental();
        assertEquals(1, mirror.warehouse().queryLong(stores));
    }

    private void pay(int... payments) {
        for (int payment : payments) {
            sakila.execute("INSERT INTO payment VALUES (%d, 1, 1, NULL, 1, %s, %s)".formatted(payment, OLD, OLD));
        }
    }
}
