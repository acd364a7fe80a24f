package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Replication;
import dev.tidemark.support.WithReplication;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a team relies on from the first day. */
class MainJobTest extends WithReplication {
    private static final Map<String, String> SOURCE_OF = Map.of(
            "dim_film", "film",
            "dim_actor", "actor",
            "dim_category", "category",
            "dim_store", "store",
            "dim_staff", "staff",
            "dim_customer", "customer",
            "bridge_film_actor", "film_actor",
            "bridge_film_category", "film_category",
            "fact_rental", "rental",
            "fact_payment", "payment");

    MainJobTest() {
        super(Replication.small());
    }

    @Test
    void initCreatesEverything() {
        tidemark.succeed("init");

        List<String> tables = warehouse.rows("SELECT name FROM sqlite_schema WHERE type = 'table'");
        assertTrue(tables.containsAll(SOURCE_OF.keySet()), tables::toString);
        assertTrue(tables.containsAll(List.of("dim_date", "sync_state", "sync_run")), tables::toString);
        assertTrue(warehouse.queryLong("SELECT count(*) FROM dim_date") >= 730);
        assertEquals(11, warehouse.queryLong("SELECT count(*) FROM sync_state"));
    }

    @Test
    void fullLoadCarriesAllOfSakilaOver() {
        tidemark.succeedAll("init", "full-load");

        assertEquals(counts(sakila::queryLong, true), counts(warehouse::queryLong, false));
        assertEquals(
                sakila.queryLong("SELECT CAST(sum(amount) * 100 AS SIGNED) FROM payment"),
                warehouse.queryLong("SELECT sum(amount_cents) FROM fact_payment"));
        assertEquals(List.of(), warehouse.rows("PRAGMA foreign_key_check"));
    }

    @Test
    void incrementalBringsNewRows() {
        tidemark.succeedAll("init", "full-load");
        sakila.execute(
                "INSERT INTO rental (rental_date, inventory_id, customer_id, return_date, staff_id)"
                        + " VALUES ('2025-03-01 10:00:00', 1, 2, '2025-03-04 09:00:00', 1)",
                "INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date)"
                        + " SELECT 2, 1, max(rental_id), 6.99, '2025-03-01 10:01:00' FROM rental");

        tidemark.succeed("incremental");

        assertEquals(counts(sakila::queryLong, true), counts(warehouse::queryLong, false));
        assertEquals(
                List.of("20250301|20250304|3"),
                warehouse.rows("SELECT date_key_rented, date_key_returned, rental_duration_days FROM fact_rental"
                        + " ORDER BY rental_id DESC LIMIT 1"));
        assertEquals(
                List.of("6.99|20250301"),
                warehouse.rows("SELECT amount, date_key_paid FROM fact_payment ORDER BY payment_id DESC LIMIT 1"));
    }

    @Test
    void incrementalBringsUpdates() {
        tidemark.succeedAll("init", "full-load");
        long customerKey = warehouse.queryLong("SELECT customer_key FROM dim_customer WHERE customer_id = 3");
        sakila.execute(
                "UPDATE customer SET last_name = 'ÅNGSTRÖM 🎬' WHERE customer_id = 3",
                "UPDATE rental SET return_date = rental_date + INTERVAL 5 DAY WHERE rental_id = 7",
                "UPDATE payment SET amount = 9.99 WHERE payment_id = 7");

        tidemark.succeed("incremental");

        assertEquals(
                List.of(customerKey + "|ÅNGSTRÖM 🎬"),
                warehouse.rows("SELECT customer_key, last_name FROM dim_customer WHERE customer_id = 3"));
        assertEquals(
                5, warehouse.queryLong("SELECT rental_duration_days FROM fact_rental WHERE rental_id = 7"));
        assertEquals(999, warehouse.queryLong("SELECT amount_cents FROM fact_payment WHERE payment_id = 7"));
    }

    @Test
    void validateConfirmsAndCatchesATamperedWarehouse() {
        tidemark.succeedAll("init", "full-load");
        assertTrue(tidemark.succeed("validate", "--all").out().contains("The warehouse matches the source."));

        warehouse.execute("UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE payment_id = 11");

        String report = tidemark.run("validate", "--all").exitingWith(1).out();
        assertTrue(report.contains("The warehouse DIFFERS from the source."), report);
        assertTrue(report.contains("fact_payment 11: different; amount_cents is"), report);
    }

    private static Map<String, Long> counts(ToLongFunction<String> query, boolean source) {
        return SOURCE_OF.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> query.applyAsLong(
                                "SELECT count(*) FROM " + (source ? entry.getValue() : entry.getKey()))));
    }
}
