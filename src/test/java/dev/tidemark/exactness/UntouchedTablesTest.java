package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables that have not changed according to MySQL are not read, but every kind of change is found. */
class UntouchedTablesTest extends WithMirror {
    private static final String READS = "SELECT object_name, count_read"
            + " FROM performance_schema.table_io_waits_summary_by_table WHERE object_schema = '%s'";

    /** One test, because it takes a minute until a mark is trusted. */
    @Test
    void areNotReadUntilSomethingTouchesThem() throws Exception {
        assumeFalse(sakila.server().isMariaDb(), "MariaDB's marks are not used");
        sakila.execute(
                "CREATE TABLE other_category LIKE film_category",
                "INSERT INTO other_category SELECT film_id, 1 + MOD(category_id, 8), last_update FROM film_category");
        sakila.execute("SET FOREIGN_KEY_CHECKS = 0; UPDATE inventory SET film_id = 5000 WHERE inventory_id < 9");
        Thread.sleep(62_000);
        assertTrue(tablesReadBy(mirror::requireExactAfterIncremental).containsAll(Set.of("payment", "rental")));

        assertEquals(Set.of(), tablesReadBy(mirror::incremental));

        sakila.execute("UPDATE film SET title = 'SILENT', last_update = last_update WHERE film_id = 3");
        Set<String> read = tablesReadBy(mirror::incremental);
        mirror.requireExact();
        assertTrue(read.contains("film"), read::toString);
        assertTrue(read.stream().noneMatch(Set.of("payment", "rental", "inventory", "city", "actor")::contains),
                read::toString);

        // Rentals were loaded with a film that is deleted again before the next run; they did not change themselves.
        sakila.execute("INSERT INTO film (film_id, title, language_id) VALUES (5000, 'SHORT LIVED', 1)");
        mirror.tidemark().succeed(
                "incremental", "--tables", "dim_film,dim_store,dim_staff,dim_customer,fact_rental,fact_payment");
        sakila.execute("SET FOREIGN_KEY_CHECKS = 0; DELETE FROM film WHERE film_id = 5000");
        mirror.requireExactAfterIncremental();

        // Only a cascade sets the foreign key of this rental's payments to NULL.
        sakila.execute("DELETE FROM rental WHERE rental_id = 31");
        mirror.requireExactAfterIncremental();

        // The server's clock advanced differently from this machine's: no mark is trusted.
        assertTrue(!tablesReadBy(mirror::incremental).contains("city"));
        mirror.warehouse().execute("UPDATE sync_source SET machine_clock = datetime(machine_clock, '-31 seconds')");
        assertTrue(tablesReadBy(mirror::incremental).contains("city"));
        mirror.warehouse().execute("UPDATE sync_source SET started_at = datetime(started_at, '-1 hours')");
        assertTrue(tablesReadBy(mirror::incremental).contains("city"));

        sakila.execute("RENAME TABLE film_category TO old_category, other_category TO film_category");
        mirror.requireExactAfterIncremental();

        assertTrue(!tablesReadBy(mirror::incremental).contains("film_actor"));
        sakila.execute("TRUNCATE film_actor");
        mirror.requireExactAfterIncremental();
        assertEquals(0, mirror.warehouse().queryLong("SELECT count(*) FROM bridge_film_actor"));

        try (OpenTransaction open = OpenTransaction.begin(sakila)) {
            open.execute("UPDATE actor SET first_name = 'LATE', last_update = last_update WHERE actor_id = 3");
            mirror.requireExactAfterIncremental();
            open.commit();
        }
        mirror.requireExactAfterIncremental();
    }

    private Set<String> tablesReadBy(Runnable run) {
        Map<String, Long> before = reads();
        run.run();
        return reads().entrySet().stream()
                .filter(table -> table.getValue() > before.getOrDefault(table.getKey(), 0L))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, Long> reads() {
        Map<String, Long> reads = new TreeMap<>();
        for (String row : sakila.rows(READS.formatted(sakila.name()))) {
            String[] values = row.split("\\|");
            reads.put(values[0], Long.parseLong(values[1]));
        }
        return reads;
    }
}
