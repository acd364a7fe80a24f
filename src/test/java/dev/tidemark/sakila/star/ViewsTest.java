package dev.tidemark.sakila.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.WarehouseFile;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views say what the source itself says, asked in its own tables. */
class ViewsTest {
    private static final String STORE_OF_PAYMENT = """
            FROM payment p LEFT JOIN rental r ON r.rental_id = p.rental_id
            LEFT JOIN inventory i ON i.inventory_id = r.inventory_id
            LEFT JOIN staff t ON t.staff_id = p.staff_id
            """;

    @AutoClose
    private static final Replication REPLICATION = Replication.small();

    private static final SakilaSchema SAKILA = REPLICATION.source();
    private static final WarehouseFile WAREHOUSE = REPLICATION.warehouse();

    @BeforeAll
    static void load() {
        SAKILA.execute(
                "INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date)"
                        + " VALUES (3, 2, NULL, 0.99, '2025-02-03 04:05:06')",
                "UPDATE rental SET return_date = rental_date + INTERVAL 30 DAY WHERE rental_id = 5",
                "UPDATE rental SET return_date = NULL WHERE rental_id = 6");
        REPLICATION.tidemark().succeedAll("init", "full-load");
    }

    @Test
    void revenueByStoreAndMonth() {
        expectSame(
                "SELECT coalesce(i.store_id, t.store_id), year(p.payment_date), month(p.payment_date), count(*),"
                        + " CAST(sum(p.amount) * 100 AS SIGNED) " + STORE_OF_PAYMENT
                        + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                "SELECT store_id, year, month, payments, revenue_cents FROM revenue_by_store_month ORDER BY 1, 2, 3");
    }

    @Test
    void revenueByCategory() {
        expectSame(
                "SELECT c.name, count(*), CAST(sum(p.amount) * 100 AS SIGNED) " + STORE_OF_PAYMENT
                        + " LEFT JOIN film_category fc ON fc.film_id = i.film_id"
                        + " LEFT JOIN category c ON c.category_id = fc.category_id GROUP BY c.name ORDER BY c.name",
                "SELECT category, payments, revenue_cents FROM revenue_by_category ORDER BY category");
    }

    @Test
    void rentalsByWeekday() {
        expectSame(
                "SELECT weekday(rental_date) + 1, dayname(rental_date), count(*) FROM rental GROUP BY 1, 2 ORDER BY 1",
                "SELECT day_of_week, weekday, rentals FROM rentals_by_weekday ORDER BY 1");
    }

    @Test
    void topFilms() {
        expectSame(
                "SELECT rank() OVER (ORDER BY n DESC), film_id, n, cents FROM (SELECT f.film_id,"
                        + " count(DISTINCT r.rental_id) n, CAST(coalesce(sum(p.amount), 0) * 100 AS SIGNED) cents"
                        + " FROM film f LEFT JOIN inventory i ON i.film_id = f.film_id"
                        + " LEFT JOIN rental r ON r.inventory_id = i.inventory_id"
                        + " LEFT JOIN payment p ON p.rental_id = r.rental_id GROUP BY f.film_id) x ORDER BY film_id",
                "SELECT place, film_id, rentals, revenue_cents FROM top_films ORDER BY film_id");
    }

    @Test
    void lateReturns() {
        expectSame(
                "SELECT r.rental_id, f.film_id, r.customer_id, i.store_id,"
                        + " datediff(r.return_date, r.rental_date) - f.rental_duration FROM rental r"
                        + " JOIN inventory i ON i.inventory_id = r.inventory_id JOIN film f ON f.film_id = i.film_id"
                        + " WHERE datediff(r.return_date, r.rental_date) > f.rental_duration ORDER BY 1",
                "SELECT rental_id, film_id, customer_id, store_id, days_late FROM late_returns ORDER BY 1");
    }

    @Test
    void overdue() {
        expectSame(
                "SELECT r.rental_id, f.film_id, r.customer_id, i.store_id,"
                        + " date(r.rental_date + INTERVAL f.rental_duration DAY), datediff(utc_date(), r.rental_date)"
                        + " - f.rental_duration FROM rental r JOIN inventory i ON i.inventory_id = r.inventory_id"
                        + " JOIN film f ON f.film_id = i.film_id WHERE r.return_date IS NULL"
                        + " AND datediff(utc_date(), r.rental_date) > f.rental_duration ORDER BY 1",
                "SELECT rental_id, film_id, customer_id, store_id, due_on, days_overdue FROM overdue ORDER BY 1");
    }

    @Test
    void whatIsDueOnTheDayOfTheLoadOrLaterIsNotOverdue() {
        String out = "SELECT rental_id FROM overdue WHERE rental_id IN (6, 7) ORDER BY 1";
        SAKILA.execute(rentedForItsDuration(6, 1), rentedForItsDuration(7, 0));
        REPLICATION.tidemark().succeed("incremental");
        assertEquals(List.of("6"), WAREHOUSE.rows(out));
    }

    private static String rentedForItsDuration(int rental, int daysMore) {
        return "UPDATE rental JOIN inventory USING (inventory_id) JOIN film USING (film_id) SET return_date = NULL,"
                + " rental_date = utc_date() - INTERVAL rental_duration + %d DAY WHERE rental_id = %d"
                        .formatted(daysMore, rental);
    }

    @Test
    void customerValue() {
        expectSame(
                "SELECT c.customer_id, c.last_name,"
                        + " (SELECT count(*) FROM rental r WHERE r.customer_id = c.customer_id),"
                        + " (SELECT count(*) FROM payment p WHERE p.customer_id = c.customer_id),"
                        + " (SELECT CAST(coalesce(sum(amount), 0) * 100 AS SIGNED) FROM payment p"
                        + " WHERE p.customer_id = c.customer_id),"
                        + " (SELECT date_format(max(rental_date), '%Y-%m-%d %H:%i:%s') FROM rental r"
                        + " WHERE r.customer_id = c.customer_id) FROM customer c ORDER BY 1",
                "SELECT customer_id, last_name, rentals, payments, revenue_cents, last_rental FROM customer_value"
                        + " ORDER BY 1");
    }

    private static void expectSame(String sourceQuery, String view) {
        List<String> expected = SAKILA.rows(sourceQuery);
        assertFalse(expected.isEmpty());
        assertEquals(expected, WAREHOUSE.rows(view));
    }
}
