package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The map from natural keys to surrogate keys, without the source. */
class KeysCommandTest {
    @TempDir
    private Path folder;

    private WarehouseFile warehouse;
    private TidemarkCli tidemark;

    @BeforeEach
    void load() {
        warehouse = LoadedWarehouse.copyTo(folder);
        tidemark = TidemarkCli.in(Map.of("TIDEMARK_WAREHOUSE", warehouse.path().toString()));
    }

    @Test
    void asCsvOneLineARow() {
        List<String> expected = Stream.concat(
                        Stream.of("table,natural_key,surrogate_key"),
                        warehouse.rows("SELECT 'dim_film,' || film_id || ',' || film_key FROM dim_film ORDER BY film_id")
                                .stream())
                .toList();
        assertEquals(expected, tidemark.succeed("keys", "--table", "dim_film").out().lines().toList());
    }

    @Test
    void asJsonAllTablesThatKeepKeys() {
        JsonNode json = tidemark.json(0, "keys");
        List<String> tables = Json.elements(json).map(entry -> entry.path("table").asString()).distinct().toList();
        assertEquals(
                List.of("dim_actor", "dim_category", "dim_customer", "dim_film", "dim_store", "dim_staff"), tables);
        JsonNode store = Json.find(json, "table", "dim_store");
        assertEquals(
                warehouse.queryLong("SELECT store_key FROM dim_store WHERE store_id = "
                        + store.path("naturalKey").asLong()),
                store.path("surrogateKey").asLong());
    }

    @Test
    void anotherTableIsAnErrorThatSuggestsTheNearest() {
        String complaint = tidemark.run("keys", "--table", "dim_films").exitingWith(2).complaint();
        assertTrue(complaint.startsWith("tidemark: No table with surrogate keys: \"dim_films\""), complaint);
        assertTrue(complaint.endsWith("Try: dim_film."), complaint);
    }
}
