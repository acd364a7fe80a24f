package dev.tidemark.sakila.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.WithReplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rentals and payments say, after a full load and after an incremental alike. */
class FactRulesTest extends WithReplication {
    @Test
    void aRentalsFilmAndStoreAreThoseOfItsCopy() {
        assertEquals(
                sakila.rows("SELECT rental_id, film_id, store_id, customer_id, rental.staff_id FROM rental"
                        + " JOIN inventory USING (inventory_id) ORDER BY rental_id"),
                warehouse.rows("SELECT rental_id, film_id, store_id, customer_id, staff_id FROM fact_rental"
                        + " JOIN dim_film USING (film_key) JOIN dim_store USING (store_key)"
                        + " JOIN dim_customer USING (customer_key) ORDER BY rental_id"));
    }

    @Test
    void aPaymentsStoreIsThatOfTheRentedCopyNotOfStaffOrCustomer() {
        assertEquals(
                sakila.rows("SELECT payment_id, inventory.store_id FROM payment JOIN rental USING (rental_id)"
                        + " JOIN inventory USING (inventory_id) ORDER BY payment_id"),
                warehouse.rows("SELECT payment_id, store_id FROM fact_payment JOIN dim_store USING (store_key)"
                        + " WHERE rental_id IS NOT NULL ORDER BY payment_id"));
    }

    @Test
    void aPaymentsFilmIsThatOfTheRentedCopy() {
        assertEquals(
                sakila.rows("SELECT payment_id, film_id FROM payment LEFT JOIN rental USING (rental_id)"
                        + " LEFT JOIN inventory USING (inventory_id) ORDER BY payment_id"),
                warehouse.rows("SELECT payment_id, film_id FROM fact_payment LEFT JOIN dim_film USING (film_key)"
                        + " ORDER BY payment_id"));
        assertEquals(2, warehouse.queryLong("SELECT count(*) FROM fact_payment WHERE film_key IS NULL"));
    }

    @ParameterizedTest
    @CsvSource({"rental", "payment"})
    void everyFactHasItsMemberOfStaff(String table) {
        assertEquals(
                sakila.rows("SELECT %1$s_id, last_name FROM %1$s JOIN staff USING (staff_id) ORDER BY 1"
                        .formatted(table)),
                warehouse.rows("SELECT %1$s_id, last_name FROM fact_%1$s"
                        .concat(" JOIN dim_staff USING (staff_key, staff_id) ORDER BY 1")
                        .formatted(table)));
    }

    @Test
    void aPaymentWithoutARentalBelongsToTheStoreOfTheStaff() {
        List<String> expected = sakila.rows("SELECT payment_id, store_id FROM payment JOIN staff USING (staff_id)"
                + " WHERE rental_id IS NULL ORDER BY payment_id");
        assertEquals(2, expected.size());
        assertEquals(
                expected,
                warehouse.rows("SELECT payment_id, store_id FROM fact_payment JOIN dim_store USING (store_key)"
                        + " WHERE rental_id IS NULL ORDER BY payment_id"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01 23:59:59, 2025-03-02 00:00:01, 1",
        "2025-03-01 00:00:00, 2025-03-01 23:59:59, 0",
        "2024-02-28 12:00:00, 2024-03-01 11:00:00, 2",
        "2024-12-31 12:00:00, 2025-01-01 13:00:00, 1",
        "2025-03-30 00:30:00, 2025-03-31 00:15:00, 1"
    })
    void durationsCountCalendarDays(String rented, String returned, long days) {
        sakila.execute("UPDATE rental SET rental_date = '%s', return_date = '%s' WHERE rental_id = 9"
                .formatted(rented, returned));

        tidemark.succeed("incremental");

        assertEquals(
                List.of(days + "|" + rented + "|" + returned),
                warehouse.rows("SELECT rental_duration_days, rented_at, returned_at FROM fact_rental"
                        + " WHERE rental_id = 9"));
    }

    @Test
    void whatIsNotReturnedHasNeitherDurationNorDateOfReturn() {
        assertEquals(
                sakila.rows("SELECT rental_id FROM rental WHERE return_date IS NULL ORDER BY 1"),
                warehouse.rows("SELECT rental_id FROM fact_rental WHERE date_key_returned IS NULL"
                        + " AND rental_duration_days IS NULL AND returned_at IS NULL ORDER BY 1"));
        assertEquals(0, warehouse.queryLong(
                "SELECT count(*) FROM fact_rental WHERE (date_key_returned IS NULL) <> (rental_duration_days IS NULL)"));
    }

    @Test
    void aReturnThatIsTakenBackLeavesNulls() {
        sakila.execute("UPDATE rental SET return_date = NULL WHERE rental_id = 9");
        tidemark.succeed("incremental");
        assertEquals(
                List.of("null|null"),
                warehouse.rows("SELECT date_key_returned, rental_duration_days FROM fact_rental WHERE rental_id = 9"));
    }

    @Test
    void moneyIsExact() {
        sakila.execute(
                "UPDATE payment SET amount = 0.10 WHERE payment_id <= 200",
                "UPDATE payment SET amount = 0.20 WHERE payment_id > 200",
                "UPDATE payment SET amount = 6.99 WHERE payment_id = 1",
                "UPDATE payment SET amount = 999.99 WHERE payment_id = 2",
                "UPDATE payment SET amount = -0.01 WHERE payment_id = 3",
                "UPDATE payment SET amount = 4.35 WHERE payment_id = 4");

        tidemark.succeed("incremental");

        assertEquals(
                List.of("6.99", "999.99", "-0.01", "4.35"),
                warehouse.rows("SELECT amount FROM fact_payment WHERE payment_id <= 4 ORDER BY payment_id"));
        assertEquals(
                sakila.queryLong("SELECT CAST(sum(amount) * 100 AS SIGNED) FROM payment"),
                warehouse.queryLong("SELECT sum(amount_cents) FROM fact_payment"));
    }
}
