package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.WithReplication;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statistics by which SQLite plans the queries of readers are there after a load, and stay right. */
class StatisticsTest extends WithReplication {
    private static final String STATISTICS =
            "SELECT tbl, idx, stat FROM sqlite_stat1 WHERE tbl NOT LIKE 'sync%' ORDER BY 1, 2";
    private static final String WITHOUT = """
            SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name LIKE 'fact%'
            AND name NOT IN (SELECT idx FROM sqlite_stat1 WHERE stat LIKE '400 %') ORDER BY 1""";

    @Test
    void aFullLoadWritesThoseOfEveryIndexOfTheFacts() {
        assertEquals(List.of(), warehouse.rows(WITHOUT));
        warehouse.execute("UPDATE sqlite_stat1 SET stat = '1 1' WHERE tbl = 'dim_film'");
        sakila.execute("DELETE FROM payment WHERE payment_id > 100");
        tidemark.succeed("full-load", "--max-deletes", "100%");
        assertTrue(statistic("fact_payment_by_film").startsWith("100 "), () -> statistic("fact_payment_by_film"));
        assertTrue(statistic("sqlite_autoindex_dim_film_1").startsWith("40 "));
    }

    @Test
    void anIncrementalKeepsThemWhereLittleChanged() {
        List<String> before = warehouse.rows(STATISTICS);
        sakila.execute("DELETE FROM payment WHERE payment_id > 390");
        tidemark.succeed("incremental");
        assertEquals(before, warehouse.rows(STATISTICS));
    }

    @Test
    void anIncrementalRefreshesThoseOfATableThatIsManyTimesAsLarge() {
        sakila.execute("INSERT INTO actor (first_name, last_name)"
                + " SELECT first_name, rental_id FROM actor, rental WHERE rental_id < 100");
        tidemark.succeed("incremental");
        assertTrue(statistic("sqlite_autoindex_dim_actor_1").startsWith("2000 "));
    }

    @Test
    void anIncrementalWritesThoseThatAreMissing() {
        warehouse.execute("DELETE FROM sqlite_stat1 WHERE tbl = 'fact_rental'");
        tidemark.succeed("incremental");
        assertEquals(List.of(), warehouse.rows(WITHOUT));
    }

    @Test
    void aRehearsalWritesNone() {
        warehouse.execute("DELETE FROM sqlite_stat1");
        tidemark.succeed("full-load", "--dry-run");
        assertEquals(List.of(), warehouse.rows(STATISTICS));
    }

    private String statistic(String index) {
        return warehouse.rows("SELECT stat FROM sqlite_stat1 WHERE idx = '" + index + "'").getFirst();
    }
}
