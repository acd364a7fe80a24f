package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.OlderWarehouse;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.WithReplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A warehouse of a version that knew nothing of members of staff, the films of payments, and names of days: the first
 * incremental fills them in, though the source has not changed and the warehouse has fingerprints.
 */
class AddedColumnsTest extends WithReplication {
    private static final String CALENDAR = "SELECT * FROM dim_date ORDER BY date_key";
    private static final List<String> VIEWS = List.of(
            "SELECT * FROM top_films ORDER BY film_id",
            "SELECT * FROM revenue_by_category ORDER BY category_id",
            "SELECT * FROM rentals_by_weekday ORDER BY day_of_week");

    private List<String> calendar;

    @BeforeEach
    void turnTheWarehouseBack() {
        calendar = warehouse.rows(CALENDAR);
        OlderWarehouse.turnBack(warehouse, 4);
    }

    @Test
    void theFirstIncrementalEqualsAFullLoad() {
        tidemark.succeedAll("init", "incremental");

        assertEquals(StarContent.ofFullLoad(sakila), StarContent.byNaturalKeys(warehouse));
        assertEquals(400, warehouse.queryLong("SELECT count(staff_key) FROM fact_rental"));
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        tidemark.succeed("incremental");
        assertEquals("0", warehouse.lastRun("rows_read"));
    }

    @Test
    void changesOfTheSourceComeWithIt() {
        tidemark.succeed("init");
        sakila.execute(
                "UPDATE inventory SET film_id = film_id + 1, last_update = last_update WHERE inventory_id = 1",
                "DELETE FROM rental WHERE rental_id = 9",
                "UPDATE staff SET last_name = 'SILENT', last_update = last_update WHERE staff_id = 2");
        tidemark.succeed("incremental");
        assertEquals(StarContent.ofFullLoad(sakila), StarContent.byNaturalKeys(warehouse));
    }

    @Test
    void initAloneKeepsTheViewsRightAndNamesTheDays() {
        List<List<String>> before = VIEWS.stream().map(warehouse::rows).toList();
        tidemark.succeed("init");
        assertEquals(before, VIEWS.stream().map(warehouse::rows).toList());
        assertEquals(calendar, warehouse.rows(CALENDAR));
    }
}
