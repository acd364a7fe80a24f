package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tidemark.support.OneIn;
import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are new, changed or deleted, and changes of rows that others take content from. */
@OneIn(3)
class LookupChangesTest {
    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @AutoClose
    private final Mirror mirror = Mirror.sharing(SAKILA).load();

    private final SakilaSchema sakila = mirror.source();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE country SET country = 'Atlantis' WHERE country_id = 1",
                "UPDATE city SET city = 'Vineta' WHERE city_id = 2",
                "UPDATE city SET country_id = MOD(country_id, 5) + 1 WHERE city_id < 9",
                "UPDATE address SET city_id = MOD(city_id, 7) + 1",
                "UPDATE customer SET address_id = MOD(address_id, 7) + 1 WHERE customer_id < 9",
                "UPDATE store SET address_id = MOD(address_id, 7) + 3 WHERE store_id = 1",
                "UPDATE language SET name = 'Latin' WHERE language_id = 1",
                "UPDATE film SET language_id = MOD(language_id, 4) + 1, original_language_id = 1 WHERE film_id < 9",
                "UPDATE inventory SET film_id = MOD(film_id, 40) + 1 WHERE inventory_id < 30",
                "UPDATE inventory SET store_id = 3 - store_id WHERE inventory_id < 30",
                "UPDATE staff SET store_id = 3 - store_id",
                "UPDATE rental SET inventory_id = MOD(inventory_id, 120) + 1 WHERE rental_id < 30",
                "UPDATE payment SET rental_id = NULL WHERE payment_id < 30",
                "UPDATE payment SET rental_id = rental_id + 1 WHERE payment_id BETWEEN 40 AND 70",
                "UPDATE payment SET staff_id = 3 - staff_id",
                "INSERT INTO film_actor (film_id, actor_id) SELECT film_id, 1 FROM film WHERE film_id NOT IN"
                        + " (SELECT film_id FROM film_actor WHERE actor_id = 1)",
                "UPDATE film_category SET category_id = MOD(category_id, 8) + 1 WHERE film_id < 9",
                "UPDATE film_actor SET actor_id = 20 WHERE film_id = 2 AND actor_id <> 20 LIMIT 1",
                "DELETE FROM film_category WHERE film_id = 3",
                "UPDATE actor SET last_name = 'ROE'",
                "UPDATE category SET name = 'Noir' WHERE category_id = 1"
            })
    void reachWhateverDependsOnThem(String change) {
        Star before = StarReader.read(mirror.warehouse());
        sakila.execute(change);

        mirror.requireExactAfterIncremental();

        assertFalse(before.equals(StarReader.read(mirror.warehouse())), "the change should be seen in the star");
    }
}
