package dev.tidemark.sakila.generator;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.SakilaSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class SakilaGeneratorTest {
    private static final SakilaScale SMALL = SakilaScale.small();
    private static final List<String> TABLES = List.of(
            "language", "category", "actor", "film", "film_actor", "film_category", "country", "city", "address",
            "store", "staff", "customer", "inventory", "rental", "payment");

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.generated(SMALL, 1);

    @Test
    void theSameSeedGivesTheSameRows() {
        try (var same = SakilaSchema.generated(SMALL, 1);
                var other = SakilaSchema.generated(SMALL, 2)) {
            assertEquals(checksums(sakila), checksums(same));
            assertNotEquals(checksums(sakila), checksums(other));
        }
    }

    @Test
    void everyTableHasTheRowsOfItsScale() {
        Map<String, Integer> expected = Map.of(
                "film", 40, "actor", 20, "film_actor", 120, "film_category", 40, "customer", 30, "inventory", 120,
                "rental", 400, "payment", 400, "store", 2, "staff", 2);
        expected.forEach((table, rows) -> assertEquals(rows.longValue(), count(table, "1 = 1"), table));
    }

    @Test
    void genuineSizeHasTheProportionsOfTheGenuineData() {
        try (var genuine = SakilaSchema.generated(SakilaScale.genuine(), 1)) {
            assertAll(
                    () -> assertEquals(16_044, genuine.queryLong("SELECT COUNT(*) FROM rental")),
                    () -> assertEquals(183, genuine.queryLong("SELECT COUNT(*) - COUNT(return_date) FROM rental")),
                    () -> assertEquals(5, genuine.queryLong("SELECT COUNT(*) - COUNT(rental_id) FROM payment")),
                    () -> assertEquals(5_462, genuine.queryLong("SELECT COUNT(*) FROM film_actor")));
        }
    }

    @Test
    void noRowRefersToAMissingOne() {
        for (String orphans : orphanQueries()) {
            assertEquals(0, sakila.queryLong(orphans), orphans);
        }
    }

    @Test
    void rowsAreVariedAndPlausible() {
        assertAll(
                () -> assertEquals(0, count("rental", "return_date < rental_date + INTERVAL 12 HOUR")),
                () -> assertEquals(SMALL.rentalsNotReturned(), count("rental", "return_date IS NULL")),
                () -> assertEquals(2, count("payment", "rental_id IS NULL")),
                () -> assertEquals(2, sakila.queryLong("SELECT COUNT(DISTINCT store_id) FROM inventory")),
                () -> assertTrue(amount("MAX").compareTo(new BigDecimal("11.99")) <= 0),
                () -> assertTrue(amount("MIN").signum() >= 0),
                () -> assertTrue(count("film", "CHAR_LENGTH(title) < LENGTH(title)") > 0),
                () -> assertEquals("𠮷田", sakila.query(String.class, "SELECT last_name FROM actor WHERE actor_id = 1")),
                () -> assertTrue(sakila.queryLong("SELECT COUNT(DISTINCT last_update) FROM rental") > 50),
                () -> assertTrue(count("rental", "last_update = '2024-02-11 04:10:27'") > 200),
                () -> assertEquals(0, count("address", "last_update > '2026-01-01'")));
    }

    @Test
    @EnabledIf("dev.tidemark.support.SakilaSchema#genuineAvailable")
    void theTablesAreThoseOfGenuineSakila() {
        try (var genuine = SakilaSchema.genuine()) {
            assertEquals(shape(genuine), shape(sakila));
        }
    }

    private long count(String table, String condition) {
        return sakila.queryLong("SELECT COUNT(*) FROM " + table + " WHERE " + condition);
    }

    private BigDecimal amount(String function) {
        return sakila.query(BigDecimal.class, "SELECT " + function + "(amount) FROM payment");
    }

    private static List<String> checksums(SakilaSchema schema) {
        var checksums = new ArrayList<String>();
        for (String table : TABLES) {
            schema.rows("CHECKSUM TABLE " + table)
                    .forEach(row -> checksums.add(table + row.substring(row.indexOf('|'))));
        }
        return checksums;
    }

    /** Columns and indexes, but for those that the generated tables leave out or widen on purpose. */
    private static List<String> shape(SakilaSchema schema) {
        String tables = "('" + String.join("', '", TABLES) + "')";
        var shape = schema.rows("""
                SELECT table_name, column_name, column_type, is_nullable, column_default, extra,
                       character_set_name, collation_name
                FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name IN %s
                  AND column_name NOT IN ('location', 'payment_id')
                ORDER BY table_name, ordinal_position""".formatted(tables));
        shape.addAll(schema.rows("""
                SELECT table_name, index_name, non_unique, GROUP_CONCAT(column_name ORDER BY seq_in_index)
                FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND table_name IN %s AND index_name <> 'idx_location'
                GROUP BY table_name, index_name, non_unique ORDER BY table_name, index_name""".formatted(tables)));
        shape.addAll(schema.rows("""
                SELECT table_name, constraint_name, referenced_table_name, update_rule, delete_rule
                FROM information_schema.referential_constraints
                WHERE constraint_schema = DATABASE() ORDER BY table_name, constraint_name"""));
        return shape;
    }

    private List<String> orphanQueries() {
        return sakila.rows("""
                SELECT CONCAT('SELECT COUNT(*) FROM ', table_name, ' child LEFT JOIN ', referenced_table_name,
                              ' parent ON parent.', referenced_column_name, ' = child.', column_name,
                              ' WHERE parent.', referenced_column_name, ' IS NULL AND child.', column_name,
                              ' IS NOT NULL')
                FROM information_schema.key_column_usage
                WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL""");
    }
}
