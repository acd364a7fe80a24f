package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dates from the first year to the last, and invalid dates. */
class EdgeDatesTest extends WithMirror {
    private static final String ANY_DATE = "SET SESSION sql_mode = 'ALLOW_INVALID_DATES'";

    @Test
    void datesFromTheFirstYearToTheLast() {
        sakila.execute(
                "UPDATE rental SET rental_date = '1000-01-01 00:00:00', return_date = '9999-12-31 23:59:59'"
                        + " WHERE rental_id = 1",
                "UPDATE rental SET rental_date = '2024-03-02', return_date = '2024-02-28' WHERE rental_id = 2",
                "UPDATE rental SET rental_date = '2023-12-31 23:59:59', return_date = '2024-01-01 00:00:00'"
                        + " WHERE rental_id = 3",
                "UPDATE rental SET rental_date = '1969-12-31 23:59:59', return_date = '1970-01-01' WHERE rental_id = 4",
                "UPDATE rental SET rental_date = '1900-02-28', return_date = '1900-03-01' WHERE rental_id = 5",
                "UPDATE rental SET rental_date = '1582-10-04', return_date = '1582-10-15' WHERE rental_id = 6",
                "UPDATE payment SET payment_date = '9999-12-31 23:59:59' WHERE payment_id = 1",
                "UPDATE payment SET payment_date = '1000-01-01' WHERE payment_id = 2",
                "UPDATE payment SET payment_date = '2024-03-10 02:30:00' WHERE payment_id = 3",
                "UPDATE payment SET payment_date = '1992-01-01' WHERE payment_id = 4",
                "UPDATE actor SET last_update = '2038-01-19 03:14:07' WHERE actor_id = 2",
                "INSERT INTO actor VALUES (900, 'THE', 'FIRST', '1970-01-01 00:00:01')");
        mirror.requireExactInEveryWay();
        assertEquals(
                List.of("1000", "1582", "1900"),
                mirror.warehouse().rows("SELECT DISTINCT year FROM dim_date WHERE year < 1950 ORDER BY year"));

        sakila.execute(
                "UPDATE payment SET payment_date = '2024-01-01' WHERE payment_id < 5",
                "UPDATE rental SET rental_date = '2024-01-01', return_date = NULL WHERE rental_id < 7");
        mirror.requireExactInEveryWay();
    }

    @Test
    void datesThatAreNoneReadAsNullWithAWarning() {
        sakila.execute(
                ANY_DATE,
                "UPDATE rental SET rental_date = '0000-00-00', return_date = '0000-00-00' WHERE rental_id = 1",
                "UPDATE rental SET rental_date = '2024-02-30' WHERE rental_id = 2",
                "UPDATE rental SET return_date = '2024-05-00 10:00:00' WHERE rental_id = 3",
                "UPDATE rental SET return_date = '2024-00-10' WHERE rental_id = 4",
                "UPDATE payment SET payment_date = '0000-00-00' WHERE payment_id = 1",
                "INSERT INTO actor VALUES (900, 'NEVER', 'CHANGED', '0000-00-00')",
                "INSERT INTO category VALUES (90, 'Never Changed', '0000-00-00')");

        TidemarkCli.Result incremental = mirror.requireExactAfterIncremental();

        assertTrue(incremental.err().contains("values of rental.rental_date are no dates (the first: \"0000-"), incremental::err);
        assertTrue(incremental.err().contains("1 value of payment.payment_date is no date"), incremental::err);
        assertTrue(
                incremental.err().contains(
                        "1 value of actor.last_update is no date (\"0000-00-00 00:00:00\"); it reads as NULL."),
                incremental::err);
        mirror.requireExactInEveryWay();
    }
}
