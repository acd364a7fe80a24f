package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that were rewritten with an old timestamp, which no timestamp tells of. */
class RewritesTest {
    private static final String[] REWRITES = {
        "UPDATE film SET title = 'REWRITTEN', last_update = last_update WHERE film_id IN (3, 4)",
        "UPDATE city SET city = 'Rewritten', last_update = last_update WHERE city_id IN (SELECT city_id FROM address)",
        "UPDATE rental SET return_date = NULL, last_update = last_update WHERE rental_id = 5",
        "UPDATE payment SET payment_date = payment_date + INTERVAL 1 DAY, last_update = last_update"
                + " WHERE payment_id = 6",
        "UPDATE inventory SET film_id = MOD(film_id, 40) + 1, last_update = last_update WHERE inventory_id < 9"
    };

    @AutoClose
    private final Mirror mirror = Mirror.small().load();

    private final SakilaSchema sakila = mirror.source();

    @BeforeEach
    void rewrite() {
        sakila.execute(REWRITES);
    }

    @Test
    void areRepairedByADeepIncremental() {
        mirror.incremental();
        assertThrows(AssertionError.class, mirror::requireExact);

        String report = mirror.tidemark().succeed("incremental", "--deep", "--format", "table").out();

        mirror.requireExact();
        assertTrue(report.contains("dim_film"), report);
        assertEquals(
                2,
                mirror.warehouse().queryLong("SELECT count(*) FROM dim_film WHERE title = 'REWRITTEN'"));
        assertTrue(mirror.tidemark().succeed("validate", "--all").out().contains("matches the source"));
    }

    @Test
    void aDeepIncrementalWritesExactlyTheRowsThatDiffer() {
        Star before = StarReader.read(mirror.warehouse());
        mirror.tidemark().succeed("incremental", "--deep");
        Star after = StarReader.read(mirror.warehouse());

        long differing = before.tables().entrySet().stream()
                .mapToLong(table -> table.getValue().differences(after.tables().get(table.getKey())).size())
                .sum();
        assertEquals(differing, mirror.rowsWrittenByTheLastRun());
    }

    @Test
    void areReportedByValidateAndNotRepaired() {
        Star before = StarReader.read(mirror.warehouse());

        String report = mirror.tidemark().run("validate", "--all").exitingWith(1).out();

        assertTrue(report.contains("dim_film 3: different; title is"), report);
        assertTrue(report.contains("fact_rental 5: different"), report);
        assertTrue(report.contains("fact_payment 6: different"), report);
        assertTrue(report.contains("dim_customer "), report);
        before.requireEqual("Something was repaired.", StarReader.read(mirror.warehouse()));
    }
}
