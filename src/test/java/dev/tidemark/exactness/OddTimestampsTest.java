package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows whose last_update is NULL, far in the future or far in the past. */
class OddTimestampsTest {
    @AutoClose
    private final Mirror mirror = Mirror.small();

    private final SakilaSchema sakila = mirror.source();

    @Test
    void aRowOfTheFutureHidesNoLaterChange() {
        sakila.execute(
                "UPDATE film SET last_update = '2037-12-31 23:59:59' WHERE film_id = 1",
                "UPDATE city SET last_update = '2037-12-31 23:59:59' WHERE city_id = 1",
                "UPDATE store SET last_update = '2037-12-31 23:59:59' WHERE store_id = 1",
                "UPDATE payment SET last_update = '2037-12-31 23:59:59' WHERE payment_id = 1");
        mirror.load();
        sakila.execute(
                "UPDATE film SET title = 'REAL CHANGE' WHERE film_id = 2",
                "UPDATE city SET city = 'Real Change' WHERE city_id = 2",
                "UPDATE payment SET amount = amount + 1 WHERE payment_id IN (1, 2)");
        mirror.requireExactAfterIncremental();

        sakila.execute("UPDATE film SET title = 'CHANGE OF THE FUTURE', last_update = last_update WHERE film_id = 1");
        mirror.requireExactAfterIncremental();
    }

    @Test
    void changesOfRowsThatDoNotSayWhenTheyChangedAreFound() {
        sakila.execute(
                "UPDATE customer SET last_update = NULL WHERE customer_id < 5",
                "UPDATE payment SET last_update = NULL WHERE payment_id < 50");
        mirror.load();
        sakila.execute(
                "UPDATE customer SET last_name = 'UNDATED', last_update = NULL WHERE customer_id = 2",
                "UPDATE payment SET amount = amount + 1, last_update = NULL WHERE payment_id BETWEEN 40 AND 60");

        mirror.requireExactAfterIncremental();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1971-01-01 00:00:00", "1999-12-31 23:59:59", "2037-12-31 23:59:59"})
    void anImportIsFoundWhateverItsDate(String date) {
        mirror.load();
        sakila.execute("SET @imported = '%1$s'; ".formatted(date) + """
                INSERT INTO country (country_id, country, last_update) VALUES (900, 'Old Country', @imported);
                INSERT INTO city (city_id, city, country_id, last_update) VALUES (900, 'Old City', 900, @imported);
                INSERT INTO address (address_id, address, district, city_id, phone, last_update)
                    VALUES (900, 'Old Street', 'Old', 900, '', @imported);
                INSERT INTO customer
                    (customer_id, store_id, first_name, last_name, address_id, create_date, last_update)
                    VALUES (900, 1, 'OLD', 'CUSTOMER', 900, @imported, @imported);
                INSERT INTO language (language_id, name, last_update) VALUES (90, 'Old Norse', @imported);
                INSERT INTO film (film_id, title, language_id, last_update) VALUES (900, 'OLD FILM', 90, @imported);
                INSERT INTO film (film_id, title, language_id, last_update) VALUES (30000, 'LAST FILM', 90, @imported);
                INSERT INTO actor VALUES (900, 'OLD', 'ACTOR', @imported);
                INSERT INTO film_actor (film_id, actor_id, last_update)
                    VALUES (900, 900, @imported), (3, 900, @imported);
                INSERT INTO category (category_id, name, last_update) VALUES (90, 'Silent', @imported);
                INSERT INTO film_category (film_id, category_id, last_update) VALUES (900, 90, @imported);
                INSERT INTO inventory (inventory_id, film_id, store_id, last_update) VALUES (9000, 900, 1, @imported);
                INSERT INTO rental
                    (rental_id, rental_date, inventory_id, customer_id, return_date, staff_id, last_update)
                    VALUES (9000, @imported, 9000, 900, NULL, 1, @imported),
                        (-7, @imported, 3, 4, @imported, 1, @imported);
                INSERT INTO payment (payment_id, customer_id, staff_id, rental_id, amount, payment_date, last_update)
                    VALUES (9000, 900, 1, 9000, 3.99, @imported, @imported),
                        (4294967294, 900, 1, NULL, 3.99, @imported, @imported)
                """);

        mirror.requireExactAfterIncremental();
    }
}
