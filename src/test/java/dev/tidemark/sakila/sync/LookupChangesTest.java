package dev.tidemark.sakila.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A change of a row that others are completed from reaches those others, though they themselves did not change. */
class LookupChangesTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    private TidemarkCli tidemark;
    private WarehouseFile warehouse;

    @BeforeEach
    void load() {
        warehouse = LoadedWarehouse.copyTo(folder);
        tidemark = TidemarkCli.of(sakila, warehouse.path());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE country SET country = 'Atlantis' | dim_customer | 30
            UPDATE country SET country = 'Atlantis' | dim_store | 2
            UPDATE city SET city = 'Ys' WHERE city_id = (SELECT city_id FROM address WHERE address_id = 1) | dim_store | 1
            UPDATE city SET country_id = 1 + country_id % 12 | dim_customer | 30
            UPDATE address SET city_id = 1 + city_id % 30 WHERE address_id = 2 | dim_store | 1
            UPDATE store SET address_id = 9 WHERE store_id = 1 | dim_store | 1
            UPDATE language SET name = 'Klingon' | dim_film | 40
            UPDATE inventory SET film_id = 1 + film_id % 40 | fact_rental | 400
            UPDATE inventory SET store_id = 3 - store_id | fact_rental | 400
            UPDATE inventory SET store_id = 3 - store_id | fact_payment | 398
            UPDATE staff SET store_id = 3 - store_id | fact_payment | 2
            UPDATE rental SET inventory_id = (SELECT min(i.inventory_id) FROM inventory i WHERE i.store_id <> \
            (SELECT j.store_id FROM (SELECT * FROM inventory) j WHERE j.inventory_id = rental.inventory_id)) \
            | fact_payment | 398
            DELETE FROM rental WHERE rental_id = 17 | fact_payment | 1
            """)
    void itReachesWhatDependsOnIt(String change, String table, int rows) {
        sakila.execute(change);

        JsonNode result = Json.parse(tidemark.succeed("incremental", "--format", "json").out());

        assertEquals(
                rows, Json.find(result.path("tables"), "table", table).path("counts").path("updated").asInt());
        assertTrue(result.path("notes").isEmpty(), result::toString);
        tidemark.succeed("validate", "--all");
    }
}
