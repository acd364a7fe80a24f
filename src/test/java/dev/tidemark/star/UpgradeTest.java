package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.OlderWarehouse;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.WithReplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A warehouse of the previous version has no fingerprints; its first incremental compares all rows, without a full
 * load.
 */
class UpgradeTest extends WithReplication {
    private static final String[] CHANGES = {
        "INSERT INTO actor (first_name, last_name) VALUES ('NEW', 'ACTOR')",
        "UPDATE film SET title = 'LOUD' WHERE film_id = 3",
        "UPDATE film SET title = 'SILENT', last_update = last_update WHERE film_id = 4",
        "UPDATE country SET country = 'Atlantis', last_update = last_update",
        "UPDATE inventory SET store_id = 3 - store_id, last_update = last_update WHERE inventory_id < 30",
        "UPDATE payment SET amount = amount + 1, last_update = last_update WHERE payment_id IN (7, 300)",
        "DELETE FROM payment WHERE payment_id BETWEEN 31 AND 36",
        "DELETE FROM rental WHERE rental_id = 9",
        "DELETE FROM film_actor WHERE actor_id = 2; DELETE FROM actor WHERE actor_id = 2",
        "UPDATE customer SET customer_id = 700, last_update = last_update WHERE customer_id = 7"
    };

    private static final String STATES = "SELECT table_name, snapshot_at, rows, run_id FROM sync_state"
            + " WHERE table_name <> 'dim_staff'";

    @BeforeEach
    void turnTheWarehouseBack() {
        OlderWarehouse.turnBack(warehouse);
    }

    @Test
    void initMigratesAndTheNextIncrementalIsExactWithoutAFullLoad() {
        List<String> keys = warehouse.rows("SELECT film_key, film_id FROM dim_film ORDER BY film_id");
        sakila.execute(CHANGES);
        String complaint = tidemark.run("incremental").exitingWith(4).complaint();
        assertTrue(
                complaint.matches(".*has schema version 3, older than \\d+. Try: run init, which upgrades it\\."),
                complaint);

        assertTrue(tidemark.succeed("init").out().contains("schema migrations applied"));
        assertEquals("", tidemark.succeed("incremental").err());

        requireEqualToFullLoad();
        assertEquals(keys, warehouse.rows("SELECT film_key, film_id FROM dim_film ORDER BY film_id"));
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        assertEquals("", tidemark.succeed("incremental").err());
        assertEquals("0", warehouse.lastRun("rows_read"));
    }

    @Test
    void migrationAloneChangesNoRowOfTheStar() {
        List<String> queries = warehouse.rows("SELECT 'SELECT ' || group_concat(c.name, ', ') || ' FROM ' || t.name"
                + " || ' ORDER BY 1, 2' FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'"
                + " AND (t.name LIKE 'dim%' OR t.name LIKE 'bridge%' OR t.name LIKE 'fact%') GROUP BY t.name");
        List<List<String>> before = queries.stream().map(warehouse::rows).toList();
        List<String> snapshots = warehouse.rows(STATES);

        tidemark.succeed("init");

        assertEquals(10, before.size());
        assertEquals(before, queries.stream().map(warehouse::rows).toList());
        assertEquals(snapshots, warehouse.rows(STATES));
    }

    @Test
    void untilThatIncrementalEveryDifferenceIsPending() {
        tidemark.succeed("init");
        warehouse.execute("DELETE FROM fact_payment WHERE payment_id = 5");
        String report = tidemark.succeed("validate", "--all").out();
        assertTrue(report.contains("3 pending rows will come with the next incremental"), report);
        tidemark.succeed("incremental");
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
    }

    @Test
    void timestampsAloneAreEnoughForNothingSilentAndWriteNoLedger() {
        sakila.execute(CHANGES);
        tidemark.succeed("init");
        tidemark.succeed("incremental", "--detect", "timestamps");
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM sync_range"));
        tidemark.succeed("incremental");
        requireEqualToFullLoad();
    }

    @Test
    void aLoadOfSomeTablesLeavesTheOthersToTheNextRun() {
        sakila.execute(CHANGES);
        tidemark.succeed("init");
        tidemark.succeed("incremental", "--tables", "dim_film,dim_category,bridge_film_category");
        tidemark.succeed("incremental");
        requireEqualToFullLoad();
    }

    private void requireEqualToFullLoad() {
        assertEquals(StarContent.ofFullLoad(sakila), StarContent.byNaturalKeys(warehouse));
    }
}
