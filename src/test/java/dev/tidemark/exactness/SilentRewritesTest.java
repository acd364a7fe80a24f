package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tidemark.support.OneIn;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are rewritten and keep their timestamp. */
@OneIn(3)
class SilentRewritesTest {
    @AutoClose
    private static final Mirror MIRROR = Mirror.small().load();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock = """
            film; title = 'SILENT'; film_id IN (3, 4)
            film; description = CONCAT('Silent ', description); film_id = 7
            film; description = NULL; film_id = 8
            film; release_year = 1999, length = 17; film_id < 20
            film; language_id = MOD(language_id, 4) + 1; film_id < 9
            film; original_language_id = 2; film_id = 11
            film; rental_duration = 9, rental_rate = 7.77, replacement_cost = 55.55; film_id = 12
            film; rating = 'NC-17', special_features = 'Commentaries'; film_id BETWEEN 13 AND 15
            actor; last_name = 'SILENT'; actor_id = 20
            category; name = 'Silent'; category_id = 8
            store; address_id = MOD(address_id, 7) + 3; store_id = 2
            customer; first_name = 'SILENT', active = 1 - active; customer_id = 30
            customer; address_id = MOD(address_id, 9) + 2; customer_id < 9
            customer; store_id = 3 - store_id, last_name = 'MOVED'; customer_id = 3
            address; city_id = MOD(city_id, 7) + 1; address_id < 20
            city; city = CONCAT('Silent ', city_id); city_id IN (SELECT city_id FROM address)
            city; country_id = MOD(country_id, 5) + 1; city_id < 9
            country; country = CONCAT('Silent ', country_id); TRUE
            language; name = 'Silent'; language_id IN (1, 2)
            inventory; film_id = MOD(film_id, 40) + 1; inventory_id < 30
            inventory; store_id = 3 - store_id; inventory_id < 30
            staff; store_id = 3 - store_id; TRUE
            staff; last_name = 'SILENT', active = 0; staff_id = 2
            film_actor; actor_id = 21 - actor_id; actor_id IN (1, 20) AND film_id NOT IN (SELECT * FROM (SELECT \
            one.film_id FROM film_actor AS one JOIN film_actor AS other USING (film_id) WHERE one.actor_id = 1 AND \
            other.actor_id = 20) AS both_of_them)
            film_category; category_id = MOD(category_id, 8) + 1; film_id < 9
            rental; return_date = NULL; rental_id = 5
            rental; rental_date = rental_date + INTERVAL 40 DAY; rental_id IN (6, 399)
            rental; inventory_id = MOD(inventory_id, 120) + 1; rental_id < 30
            rental; customer_id = MOD(customer_id, 30) + 1; rental_id BETWEEN 50 AND 60
            rental; staff_id = 3 - staff_id; rental_id = 77
            payment; amount = amount + 1; payment_id = 400
            payment; amount = CASE payment_id WHEN 21 THEN 3.21 ELSE 1.23 END; payment_id IN (21, 22)
            payment; amount = CASE payment_id WHEN 21 THEN 1.23 ELSE 3.21 END; payment_id IN (21, 22)
            payment; payment_date = payment_date + INTERVAL 1 SECOND; payment_id = 6
            payment; customer_id = MOD(customer_id, 30) + 1; payment_id BETWEEN 1 AND 20
            payment; rental_id = NULL; payment_id BETWEEN 30 AND 40
            payment; rental_id = rental_id + 1; payment_id BETWEEN 50 AND 60
            payment; staff_id = 3 - staff_id; TRUE
            """)
    void areFound(String table, String change, String condition) {
        Star before = StarReader.read(MIRROR.warehouse());
        MIRROR.source().execute(
                "UPDATE %s SET %s, last_update = last_update WHERE %s".formatted(table, change, condition));

        MIRROR.requireExactAfterIncremental();

        assertNotEquals(before, StarReader.read(MIRROR.warehouse()), "The star should show the change");
    }

    @ParameterizedTest
    @CsvSource({"film", "customer", "inventory", "rental", "payment"})
    void areFoundWhereTwoRowsSwapAllButTheirKeys(String table) {
        String key = table + "_id";
        MIRROR.source().execute("""
                SET FOREIGN_KEY_CHECKS = 0;
                CREATE TEMPORARY TABLE swapped AS SELECT * FROM %1$s WHERE %2$s IN (2, 9);
                UPDATE swapped SET %2$s = 11 - %2$s;
                DELETE FROM %1$s WHERE %2$s IN (2, 9);
                INSERT INTO %1$s SELECT * FROM swapped
                """.formatted(table, key));

        MIRROR.requireExactAfterIncremental();
    }
}
