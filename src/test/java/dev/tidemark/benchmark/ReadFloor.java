package dev.tidemark.benchmark;

import dev.tidemark.support.SakilaSchema;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The least that reading can take: the bare driver streams the rows that a full load reads, and drops them. */
final class ReadFloor {
    private static final List<String> QUERIES = List.of(
            "SELECT actor_id, first_name, last_name, last_update FROM actor",
            "SELECT category_id, name, last_update FROM category",
            "SELECT customer_id, first_name, last_name, address_id, active, last_update FROM customer",
            "SELECT address_id, city_id FROM address",
            "SELECT city_id, city, country_id FROM city",
            "SELECT country_id, country FROM country",
            "SELECT film_id, title, description, release_year, language_id, original_language_id, rental_duration,"
                    + " rental_rate, length, replacement_cost, rating, special_features, last_update FROM film",
            "SELECT language_id, name FROM language",
            "SELECT store_id, address_id, last_update FROM store",
            "SELECT staff_id, store_id FROM staff",
            "SELECT film_id, actor_id FROM film_actor",
            "SELECT film_id, category_id FROM film_category",
            "SELECT inventory_id, film_id, store_id FROM inventory",
            "SELECT rental_id, rental_date, inventory_id, customer_id, return_date, staff_id FROM rental"
                    + " ORDER BY rental_id",
            "SELECT p.payment_id, p.customer_id, p.staff_id, p.rental_id, r.inventory_id, p.amount, p.payment_date"
                    + " FROM payment p LEFT JOIN rental r ON p.rental_id = r.rental_id ORDER BY p.payment_id");

    private ReadFloor() {}

    static Usage measure(SakilaSchema source) {
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            for (String query : QUERIES) {
                drain(statement, query);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Usage(
                (System.nanoTime() - start) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9,
                0);
    }

    /** The bare pass over the payments, grouped by ranges, that an incremental cannot do without. */
    static Usage measurePass(SakilaSchema source) {
        String text = "CONCAT_WS(',', payment_id, customer_id, staff_id, IFNULL(rental_id, '-'), amount, payment_date)";
        String xor = source.server().isMariaDb()
                ? "BIT_XOR(CAST(CONV(LEFT(SHA2(" + text + ", 256), 16), 16, 10) AS UNSIGNED))"
                : "BIT_XOR(UNHEX(SHA2(" + text + ", 256)))";
        long start = System.nanoTime();
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            drain(statement, "SELECT CAST(payment_id & -128 AS SIGNED), COUNT(*), HEX(" + xor + ") FROM payment"
                    + " GROUP BY 1 ORDER BY 1");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Usage((System.nanoTime() - start) / 1e9, 0, 0);
    }

    private static void drain(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                // Dropped.
            }
        }
    }
}
