package dev.tidemark.sakila.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.WithReplication;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What analysts stored elsewhere stays valid: a surrogate key stays with its natural key and is never given again. */
class SurrogateKeysTest extends WithReplication {
    private static final List<String> DIMENSIONS = List.of("film", "actor", "category", "store", "customer");

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "full-load", "incremental --deep", "init"})
    void theyStay(String command) {
        Map<String, List<String>> before = keys();
        sakila.execute(
                "UPDATE film SET title = 'Renamed'",
                "UPDATE actor SET first_name = 'Renamed'",
                "UPDATE category SET name = CONCAT(name, ' 2')",
                "UPDATE customer SET last_name = 'Renamed'",
                "UPDATE store SET address_id = 5");

        tidemark.succeed(command.split(" "));

        assertEquals(before, keys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "full-load"})
    void aKeyIsNeverGivenAgain(String command) {
        long last = warehouse.queryLong("SELECT max(actor_key) FROM dim_actor");
        sakila.execute("DELETE FROM film_actor WHERE actor_id = 20", "DELETE FROM actor WHERE actor_id = 20");
        tidemark.succeed(command);
        assertEquals(19, warehouse.queryLong("SELECT count(*) FROM dim_actor"));
        sakila.execute("INSERT INTO actor (actor_id, first_name, last_name) VALUES (20, 'New', 'Actor')");

        tidemark.succeed(command);

        assertTrue(warehouse.queryLong("SELECT actor_key FROM dim_actor WHERE actor_id = 20") > last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "full-load"})
    void theOthersStayWhenSomeAreDeleted(String command) {
        List<String> before = warehouse.rows("SELECT actor_id, actor_key FROM dim_actor WHERE actor_id <> 5");
        sakila.execute("DELETE FROM film_actor WHERE actor_id = 5", "DELETE FROM actor WHERE actor_id = 5");

        tidemark.succeed(command);

        assertEquals(before, warehouse.rows("SELECT actor_id, actor_key FROM dim_actor"));
    }

    @Test
    void aNewNaturalKeyIsANewRowWhoseFactsFollow() {
        long rentals = warehouse.queryLong(
                "SELECT count(*) FROM fact_rental JOIN dim_film USING (film_key) WHERE film_id = 3");
        sakila.execute("UPDATE film SET film_id = 5000 WHERE film_id = 3");

        tidemark.succeed("incremental");

        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE film_id = 3"));
        assertEquals(rentals, warehouse.queryLong(
                "SELECT count(*) FROM fact_rental JOIN dim_film USING (film_key) WHERE film_id = 5000"));
        tidemark.succeed("validate", "--all");
    }

    private Map<String, List<String>> keys() {
        return DIMENSIONS.stream().collect(Collectors.toMap(Function.identity(), name -> warehouse.rows(
                "SELECT %1$s_id, %1$s_key FROM dim_%1$s ORDER BY 1".formatted(name))));
    }
}
