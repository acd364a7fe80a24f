package dev.tidemark.exactness;

import dev.tidemark.support.WarehouseFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Reads the star of a warehouse, with a natural key in the place of every reference by surrogate key. */
final class StarReader {
    private StarReader() {}

    /** The star of {@code warehouse}, as of one moment. */
    static Star read(WarehouseFile warehouse) {
        try (Connection connection = warehouse.connect()) {
            connection.setAutoCommit(false);
            Map<StarTable, StarRows> tables = new EnumMap<>(StarTable.class);
            for (StarTable table : StarTable.values()) {
                tables.put(table, StarRows.read(connection, query(table), table.keyColumns()));
            }
            return new Star(tables);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** The query of a table, in SQL of SQLite. */
    static String query(StarTable table) {
        return switch (table) {
            case DIM_DATE -> """
                    SELECT date_key, date, year, quarter, month, day_of_month, day_of_week, is_weekend,
                        month_name, day_name, iso_year, iso_week
                    FROM dim_date""";
            case DIM_FILM -> """
                    SELECT film_id, title, description, rating, length, language, original_language, release_year,
                        rental_duration, rental_rate_cents, replacement_cost_cents, special_features, last_update
                    FROM dim_film""";
            case DIM_ACTOR -> "SELECT actor_id, first_name, last_name, last_update FROM dim_actor";
            case DIM_CATEGORY -> "SELECT category_id, name, last_update FROM dim_category";
            case DIM_STORE -> "SELECT store_id, city, country, last_update FROM dim_store";
            case DIM_STAFF -> """
                    SELECT staff_id, first_name, last_name, store_id, active, dim_staff.last_update
                    FROM dim_staff
                    LEFT JOIN dim_store USING (store_key)""";
            case DIM_CUSTOMER -> """
                    SELECT customer_id, first_name, last_name, active, city, country, last_update FROM dim_customer""";
            case BRIDGE_FILM_ACTOR -> """
                    SELECT film.film_id, actor.actor_id,
                        CAST(bridge.film_id = film.film_id AND bridge.actor_id = actor.actor_id AS INTEGER) AS keys_agree
                    FROM bridge_film_actor AS bridge
                    LEFT JOIN dim_film AS film USING (film_key)
                    LEFT JOIN dim_actor AS actor USING (actor_key)""";
            case BRIDGE_FILM_CATEGORY -> """
                    SELECT film.film_id, category.category_id,
                        CAST(bridge.film_id = film.film_id AND bridge.category_id = category.category_id AS INTEGER)
                            AS keys_agree
                    FROM bridge_film_category AS bridge
                    LEFT JOIN dim_film AS film USING (film_key)
                    LEFT JOIN dim_category AS category USING (category_key)""";
            case FACT_RENTAL -> """
                    SELECT rental_id, rented.date_key AS date_key_rented, returned.date_key AS date_key_returned,
                        film_id, dim_store.store_id, customer_id, fact_rental.staff_id,
                        dim_staff.staff_id AS staff_of_key, rental_duration_days, rented_at, returned_at
                    FROM fact_rental
                    LEFT JOIN dim_date AS rented ON rented.date_key = date_key_rented
                    LEFT JOIN dim_date AS returned ON returned.date_key = date_key_returned
                    LEFT JOIN dim_film USING (film_key)
                    LEFT JOIN dim_store USING (store_key)
                    LEFT JOIN dim_customer USING (customer_key)
                    LEFT JOIN dim_staff ON dim_staff.staff_key = fact_rental.staff_key""";
            case FACT_PAYMENT -> """
                    SELECT payment_id, rental_id, paid.date_key AS date_key_paid, customer_id, dim_store.store_id,
                        film_id, fact_payment.staff_id, dim_staff.staff_id AS staff_of_key, paid_at, amount_cents,
                        printf('%.2f', amount) AS amount
                    FROM fact_payment
                    LEFT JOIN dim_date AS paid ON paid.date_key = date_key_paid
                    LEFT JOIN dim_store USING (store_key)
                    LEFT JOIN dim_film USING (film_key)
                    LEFT JOIN dim_customer USING (customer_key)
                    LEFT JOIN dim_staff ON dim_staff.staff_key = fact_payment.staff_key""";
        };
    }
}
