package dev.tidemark.exactness;

import org.junit.jupiter.api.Test;

/** Rows that changed in the same second as a run's snapshot. */
class TiesTest extends WithMirror {
    @Test
    void rowsThatChangeAfterTheSnapshotInItsSecondAreFound() {
        String second = mirror.warehouse().rows("SELECT DISTINCT snapshot_at FROM sync_state").getFirst();
        sakila.execute(
                "UPDATE city SET city = 'Tie', last_update = '" + second + "' WHERE city_id = 1",
                "UPDATE payment SET amount = amount + 1, last_update = '" + second + "' WHERE payment_id = 5",
                "INSERT INTO actor (first_name, last_name, last_update) VALUES ('TIE', 'BREAKER', '" + second + "')");

        mirror.requireExactAfterIncremental();
    }

    @Test
    void runsThatFollowEachOtherWithinASecondLoseNothing() {
        for (int run = 0; run < 8; run++) {
            sakila.execute(
                    "UPDATE film SET title = 'RUN " + run + "' WHERE film_id = " + (1 + run),
                    "UPDATE country SET country = 'Run " + run + "' WHERE country_id = 1",
                    "UPDATE payment SET amount = amount + 1 WHERE payment_id = " + (1 + run));
            mirror.requireExactAfterIncremental();
        }
    }
}
