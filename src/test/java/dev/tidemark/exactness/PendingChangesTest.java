package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that the next incremental will bring in: validate tells them apart from wrong rows. */
class PendingChangesTest extends WithMirror {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE country SET country = 'Atlantis'",
                "UPDATE inventory SET store_id = 3 - store_id",
                "DELETE FROM rental WHERE rental_id < 9",
                "UPDATE customer SET customer_id = 700 WHERE customer_id = 7",
                "UPDATE film SET film_id = 500 WHERE film_id = 5; UPDATE film SET film_id = 5 WHERE film_id = 6;"
                        + " UPDATE film SET film_id = 6 WHERE film_id = 500",
                "UPDATE staff SET staff_id = 9 WHERE staff_id = 1",
                "INSERT INTO actor (first_name, last_name, last_update) VALUES ('OLD', 'IMPORT', '1999-01-01')",
                "UPDATE rental SET rental_date = rental_date + INTERVAL 300 DAY, return_date = '2050-01-01'"
            })
    void areNotWrong(String change) {
        sakila.execute(change);

        String report = mirror.tidemark().succeed("validate", "--all").out();

        assertTrue(report.contains("pending"), report);
        mirror.requireExactAfterIncremental();
        assertTrue(mirror.tidemark().succeed("validate", "--all").out().contains("The warehouse matches the source."));
    }

    @Test
    void ofATransactionThatCommitsLateAreNotWrong() {
        try (OpenTransaction open = OpenTransaction.begin(sakila)) {
            open.execute("UPDATE film SET title = 'LATE' WHERE film_id = 1");
            sakila.execute("DO SLEEP(1.1)");
            mirror.incremental();
            open.commit();
        }

        String report = mirror.tidemark().succeed("validate", "--all").out();

        assertTrue(report.contains("pending"), report);
    }
}
