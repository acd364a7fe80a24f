package dev.tidemark.sakila.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables, columns, keys and indexes that analysts build on. */
class StarSchemaTest {
    @TempDir
    private static Path folder;

    private static WarehouseFile warehouse;

    @BeforeAll
    static void load() {
        warehouse = LoadedWarehouse.copyTo(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dim_date | date_key date year quarter month day_of_month day_of_week is_weekend month_name \
            day_name iso_year iso_week
            dim_film | film_key film_id title rating length language release_year last_update
            dim_actor | actor_key actor_id first_name last_name last_update
            dim_category | category_key category_id name last_update
            dim_store | store_key store_id city country last_update
            dim_staff | staff_key staff_id first_name last_name store_key active last_update
            dim_customer | customer_key customer_id first_name last_name active city country last_update
            bridge_film_actor | film_key actor_key
            bridge_film_category | film_key category_key
            fact_rental | fact_rental_key rental_id date_key_rented date_key_returned film_key store_key customer_key \
            staff_id staff_key rental_duration_days
            fact_payment | fact_payment_key payment_id date_key_paid customer_key store_key film_key \
            staff_id staff_key amount
            sync_state | table_name snapshot_at last_update rows run_id
            sync_source | address schema_name server started_at alterations source_clock machine_clock
            sync_source_table | id table_name description rows last_update snapshot_at created_at updated_at
            sync_range | table_id first_key rows content key_content
            sync_run | id command started_at finished_at outcome rows_read rows_inserted rows_updated rows_deleted \
            rows_unchanged message
            """)
    void tablesHaveTheColumnsOfTheContract(String table, String columns) {
        List<String> present = warehouse.rows("SELECT name FROM pragma_table_xinfo('" + table + "')");
        assertTrue(present.containsAll(List.of(columns.split(" "))), () -> table + " has " + present);
    }

    @ParameterizedTest
    @CsvSource({
        "dim_film, film_id", "dim_actor, actor_id", "dim_category, category_id", "dim_store, store_id",
        "dim_staff, staff_id", "dim_customer, customer_id", "fact_rental, rental_id", "fact_payment, payment_id"
    })
    void naturalKeysAreUnique(String table, String column) {
        assertTrue(indexes(table, "\"unique\" = 1").contains(column), () -> indexes(table, "\"unique\" = 1").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "bridge_film_actor, film_key>dim_film actor_key>dim_actor",
        "bridge_film_category, film_key>dim_film category_key>dim_category",
        "fact_rental, date_key_rented>dim_date date_key_returned>dim_date film_key>dim_film store_key>dim_store"
                + " customer_key>dim_customer staff_key>dim_staff",
        "fact_payment, date_key_paid>dim_date film_key>dim_film store_key>dim_store customer_key>dim_customer"
                + " staff_key>dim_staff",
        "dim_staff, store_key>dim_store"
    })
    void foreignKeysAreDeclaredAndHold(String table, String references) {
        List<String> declared =
                warehouse.rows("SELECT \"from\" || '>' || \"table\" FROM pragma_foreign_key_list('" + table + "')");
        assertEquals(Stream.of(references.split(" ")).sorted().toList(), declared.stream().sorted().toList());
        assertEquals(List.of(), warehouse.rows("PRAGMA foreign_key_check(" + table + ")"));
    }

    @ParameterizedTest
    @CsvSource({
        "fact_rental, date_key_rented film_key store_key customer_key",
        "fact_payment, date_key_paid film_key store_key customer_key",
        "bridge_film_actor, film_key actor_key",
        "bridge_film_category, film_key category_key"
    })
    void theUsualQuestionsHaveAnIndex(String table, String columns) {
        for (String column : columns.split(" ")) {
            String plan = String.join(
                    "\n", warehouse.rows("EXPLAIN QUERY PLAN SELECT * FROM " + table + " WHERE " + column + " = 1"));
            assertTrue(plan.matches("(?s).*SEARCH " + table + " USING (PRIMARY KEY|(COVERING )?INDEX).*"), plan);
        }
    }

    @Test
    void everyIndexIsJustifiedByAComment() throws IOException {
        try (Stream<Path> migrations = Files.walk(Path.of("db/migration"))) {
            for (Path migration : migrations.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = Files.readAllLines(migration);
                assertTrue(lines.getFirst().startsWith("-- "), () -> migration + " has no header");
                for (int line = 1; line < lines.size(); line++) {
                    boolean justified = !lines.get(line).startsWith("CREATE INDEX")
                            || lines.get(line - 1).startsWith("-- ");
                    assertTrue(justified, lines.get(line));
                }
            }
        }
    }

    @Test
    void thereIsOneStateATable() {
        assertEquals(
                warehouse.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"
                        + " AND (name LIKE 'dim%' OR name LIKE 'bridge%' OR name LIKE 'fact%') ORDER BY name"),
                warehouse.rows("SELECT table_name FROM sync_state ORDER BY table_name"));
    }

    private static List<String> indexes(String table, String condition) {
        return warehouse.rows("""
                SELECT (SELECT group_concat(name, ' ') FROM pragma_index_info(list.name))
                FROM pragma_index_list('%s') list WHERE %s
                """.formatted(table, condition));
    }
}
