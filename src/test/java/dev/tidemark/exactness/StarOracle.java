package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/**
 * Computes the star of a source by other means than Tidemark: the server joins and converts. Invalid dates and
 * references to missing rows are NULL; a bridge row needs both its ends.
 */
final class StarOracle {
    private StarOracle() {}

    /** The star of {@code source}, as of one moment. */
    static Star compute(SakilaSchema source) {
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            Map<StarTable, StarRows> tables = new EnumMap<>(StarTable.class);
            for (StarTable table : StarTable.values()) {
                String query = table == StarTable.DIM_DATE ? StarCalendar.query(connection) : query(table);
                tables.put(table, StarRows.read(connection, query, table.keyColumns()));
            }
            return new Star(tables);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private static String query(StarTable table) {
        return switch (table) {
            case DIM_DATE -> throw new IllegalArgumentException("The calendar's query depends on the facts");
            case DIM_FILM -> """
                    SELECT film_id, title, description, rating, length, language.name AS language,
                        original.name AS original_language, release_year + 0 AS release_year, rental_duration,
                        CAST(rental_rate * 100 AS SIGNED) AS rental_rate_cents,
                        CAST(replacement_cost * 100 AS SIGNED) AS replacement_cost_cents, special_features,
                        CAST(%s AS CHAR) AS last_update
                    FROM film
                    LEFT JOIN language ON language.language_id = film.language_id
                    LEFT JOIN language AS original ON original.language_id = film.original_language_id"""
                    .formatted(date("film.last_update"));
            case DIM_ACTOR -> "SELECT actor_id, first_name, last_name, CAST(%s AS CHAR) AS last_update FROM actor"
                    .formatted(date("last_update"));
            case DIM_CATEGORY -> "SELECT category_id, name, CAST(%s AS CHAR) AS last_update FROM category"
                    .formatted(date("last_update"));
            case DIM_STORE -> """
                    SELECT store_id, city, country, CAST(%s AS CHAR) AS last_update
                    FROM store
                    LEFT JOIN address ON address.address_id = store.address_id
                    LEFT JOIN city ON city.city_id = address.city_id
                    LEFT JOIN country ON country.country_id = city.country_id""".formatted(date("store.last_update"));
            case DIM_STAFF -> """
                    SELECT staff_id, first_name, last_name, store.store_id, active <> 0 AS active,
                        CAST(%s AS CHAR) AS last_update
                    FROM staff
                    LEFT JOIN store ON store.store_id = staff.store_id""".formatted(date("staff.last_update"));
            case DIM_CUSTOMER -> """
                    SELECT customer_id, first_name, last_name, active <> 0 AS active, city, country,
                        CAST(%s AS CHAR) AS last_update
                    FROM customer
                    LEFT JOIN address ON address.address_id = customer.address_id
                    LEFT JOIN city ON city.city_id = address.city_id
                    LEFT JOIN country ON country.country_id = city.country_id"""
                    .formatted(date("customer.last_update"));
            case BRIDGE_FILM_ACTOR ->
                    "SELECT film_id, actor_id, 1 AS keys_agree FROM film_actor JOIN film USING (film_id)"
                            + " JOIN actor USING (actor_id)";
            case BRIDGE_FILM_CATEGORY ->
                    "SELECT film_id, category_id, 1 AS keys_agree FROM film_category JOIN film USING (film_id)"
                            + " JOIN category USING (category_id)";
            case FACT_RENTAL -> """
                    SELECT rental_id, CAST(DATE_FORMAT(%1$s, '%%Y%%m%%d') AS SIGNED) AS date_key_rented,
                        CAST(DATE_FORMAT(%2$s, '%%Y%%m%%d') AS SIGNED) AS date_key_returned,
                        film.film_id, store.store_id, customer.customer_id, rental.staff_id,
                        staff.staff_id AS staff_of_key, DATEDIFF(%2$s, %1$s) AS rental_duration_days,
                        CAST(%1$s AS CHAR) AS rented_at, CAST(%2$s AS CHAR) AS returned_at
                    FROM rental
                    LEFT JOIN inventory ON inventory.inventory_id = rental.inventory_id
                    LEFT JOIN film ON film.film_id = inventory.film_id
                    LEFT JOIN store ON store.store_id = inventory.store_id
                    LEFT JOIN customer ON customer.customer_id = rental.customer_id
                    LEFT JOIN staff ON staff.staff_id = rental.staff_id"""
                    .formatted(date("rental_date"), date("return_date"));
            case FACT_PAYMENT -> """
                    SELECT payment_id, payment.rental_id,
                        CAST(DATE_FORMAT(%1$s, '%%Y%%m%%d') AS SIGNED) AS date_key_paid, customer.customer_id,
                        store.store_id, film.film_id, payment.staff_id, staff.staff_id AS staff_of_key,
                        CAST(%1$s AS CHAR) AS paid_at,
                        CAST(amount * 100 AS SIGNED) AS amount_cents, amount
                    FROM payment
                    LEFT JOIN rental ON rental.rental_id = payment.rental_id
                    LEFT JOIN inventory ON inventory.inventory_id = rental.inventory_id
                    LEFT JOIN film ON film.film_id = inventory.film_id
                    LEFT JOIN staff ON staff.staff_id = payment.staff_id
                    LEFT JOIN store ON store.store_id = COALESCE(inventory.store_id, staff.store_id)
                    LEFT JOIN customer ON customer.customer_id = payment.customer_id""".formatted(date("payment_date"));
        };
    }

    /** The column's value if it is a valid date; else NULL. */
    static String date(String column) {
        return "CASE WHEN DAYOFMONTH(%1$s) BETWEEN 1 AND DAYOFMONTH(LAST_DAY(%1$s)) THEN %1$s END".formatted(column);
    }
}
