package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Rewritten rows: those of the source that keep their timestamp, and those of the warehouse. */
class RewritesTest extends WithMirror {
    private static final String[] OF_THE_SOURCE = {
        "UPDATE film SET title = 'REWRITTEN', last_update = last_update WHERE film_id IN (3, 4)",
        "UPDATE city SET city = 'Rewritten', last_update = last_update WHERE city_id IN (SELECT city_id FROM address)",
        "UPDATE rental SET return_date = NULL, last_update = last_update WHERE rental_id = 5",
        "UPDATE payment SET payment_date = payment_date + INTERVAL 1 DAY, last_update = last_update"
                + " WHERE payment_id = 6",
        "UPDATE inventory SET film_id = MOD(film_id, 40) + 1, last_update = last_update WHERE inventory_id < 9"
    };

    private static final String[] OF_THE_WAREHOUSE = {
        "UPDATE dim_film SET title = 'REWRITTEN' WHERE film_id IN (3, 4)",
        "UPDATE dim_customer SET city = NULL WHERE customer_id = 7",
        "UPDATE fact_rental SET film_key = NULL WHERE rental_id = 5",
        "UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE payment_id = 6",
        "DELETE FROM fact_payment WHERE payment_id BETWEEN 11 AND 13",
        "DELETE FROM bridge_film_category WHERE film_id = 2",
        "INSERT INTO dim_actor (actor_id, first_name, last_name) VALUES (900, 'NOBODY', 'KNOWS')",
        "INSERT INTO fact_rental (rental_id, date_key_rented, staff_id, rented_at) SELECT 9000, date_key_rented, 1,"
                + " rented_at FROM fact_rental WHERE rental_id = 1"
    };

    @Test
    void inTheSourceAreFoundByAnIncremental() {
        mirror.source().execute(OF_THE_SOURCE);
        Star before = StarReader.read(mirror.warehouse());

        mirror.requireExactAfterIncremental();

        assertEquals(rowsThatDiffer(before, StarReader.read(mirror.warehouse())), mirror.rowsWrittenByTheLastRun());
        assertTrue(mirror.tidemark().succeed("validate", "--all").out().contains("matches the source"));
    }

    @Test
    void inTheSourceArePendingUntilThen() {
        mirror.source().execute(OF_THE_SOURCE);
        Star before = StarReader.read(mirror.warehouse());

        String report = mirror.tidemark().succeed("validate", "--all").out();

        assertTrue(report.contains("pending rows will come with the next incremental"), report);
        before.requireEqual("Something was repaired.", StarReader.read(mirror.warehouse()));
    }

    @Test
    void inTheWarehouseAreRepairedByADeepIncremental() {
        Star whole = StarReader.read(mirror.warehouse());
        mirror.warehouse().execute(OF_THE_WAREHOUSE);
        Star tampered = StarReader.read(mirror.warehouse());
        mirror.incremental();
        assertThrows(AssertionError.class, mirror::requireExact);

        mirror.tidemark().succeed("incremental", "--deep");

        mirror.requireExact();
        assertEquals(rowsThatDiffer(tampered, whole), mirror.rowsWrittenByTheLastRun());
        mirror.tidemark().succeed("validate", "--all");
    }

    @Test
    void moreRowsThanMemoryHoldsAreRepairedByADeepIncremental() {
        mirror.warehouse().execute("WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number"
                + " WHERE n <= 100000) INSERT INTO fact_payment (payment_id, staff_id, amount_cents)"
                + " SELECT 900000 + 2 * n, 1, 5 FROM number");

        mirror.tidemark().succeed("incremental", "--deep", "--max-deletes", "100%");

        mirror.requireExact();
        assertEquals(100_001, mirror.rowsWrittenByTheLastRun());
    }

    @Test
    void inTheWarehouseAreNamedByValidateAndNotRepaired() {
        mirror.warehouse().execute(OF_THE_WAREHOUSE);
        Star tampered = StarReader.read(mirror.warehouse());

        String report = mirror.tidemark().run("validate", "--all").exitingWith(1).out();

        for (String finding : new String[] {
            "dim_film 3: different; title is", "dim_film 4: different", "dim_customer 7: different; city is",
            "fact_rental 5: different", "fact_payment 6: different", "fact_payment 11: missing",
            "fact_payment 13: missing", "bridge_film_category 2", "dim_actor 900: extra", "fact_rental 9000: extra"
        }) {
            assertTrue(report.contains(finding), finding + " is not in\n" + report);
        }
        tampered.requireEqual("Something was repaired.", StarReader.read(mirror.warehouse()));
    }

    private static long rowsThatDiffer(Star before, Star after) {
        return before.tables().entrySet().stream()
                .mapToLong(table -> table.getValue().differences(after.tables().get(table.getKey())).size())
                .sum();
    }
}
