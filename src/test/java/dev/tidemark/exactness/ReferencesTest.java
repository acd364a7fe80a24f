package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A full load checks all foreign keys together, at the end; nothing gets past it. */
class ReferencesTest extends WithMirror {
    private static final String RENTALS = "SELECT rental_id, store_key FROM fact_rental ORDER BY rental_id";

    @Test
    void aRowThatReachesNoDimensionKeepsTheLastState() {
        mirror.warehouse().execute(
                "CREATE TRIGGER breaking AFTER INSERT ON dim_date BEGIN"
                        + " UPDATE fact_rental SET store_key = 99 WHERE rental_id = 5; END",
                "PRAGMA foreign_keys = OFF",
                "DELETE FROM dim_date");
        List<String> before = mirror.warehouse().rows(RENTALS);

        String complaint = mirror.tidemark().run("full-load").exitingWith(70).complaint();

        assertTrue(complaint.contains("Row 5 of fact_rental would refer to a missing row of dim_store."), complaint);
        assertEquals(before, mirror.warehouse().rows(RENTALS));
    }

    @Test
    void theForeignKeysOfOthersAreKeptAsTheyAskFor() {
        mirror.warehouse().execute(
                "CREATE TABLE note (id INTEGER PRIMARY KEY,"
                        + " customer_key INTEGER REFERENCES dim_customer (customer_key) ON DELETE CASCADE)",
                "INSERT INTO note SELECT customer_id, customer_key FROM dim_customer WHERE customer_id < 7");
        sakila.execute("SET FOREIGN_KEY_CHECKS = 0; DELETE FROM customer WHERE customer_id = 5");

        mirror.tidemark().succeed("full-load");

        assertEquals(List.of("1", "2", "3", "4", "6"), mirror.warehouse().rows("SELECT id FROM note ORDER BY id"));
        mirror.requireExact();
    }

    @Test
    void validateNamesOrphansOfKeysThatAreNoRowNumbers() {
        mirror.warehouse().execute(
                "CREATE TABLE shelf (place TEXT, level INTEGER, PRIMARY KEY (place, level))",
                "CREATE TABLE copy (id INTEGER PRIMARY KEY, place TEXT, level INTEGER,"
                        + " FOREIGN KEY (place, level) REFERENCES shelf)",
                "INSERT INTO shelf VALUES ('A', 1)",
                "PRAGMA foreign_keys = OFF",
                "INSERT INTO copy VALUES (1, 'A', 1), (2, 'A', 2)");

        String text = mirror.tidemark().run("validate", "--all").exitingWith(1).out();

        assertTrue(text.contains("copy row 2: its shelf is not there"), text);
        assertFalse(text.contains("copy row 1"), text);
    }
}
