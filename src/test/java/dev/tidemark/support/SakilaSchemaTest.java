package dev.tidemark.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class SakilaSchemaTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @Test
    void everySchemaIsItsOwn() {
        try (var other = SakilaSchema.small()) {
            assertNotEquals(sakila.name(), other.name());
            other.execute("DELETE FROM payment", "UPDATE film SET title = 'Changed' WHERE film_id = 1");
            assertEquals(0, other.queryLong("SELECT COUNT(*) FROM payment"));
            assertEquals("Changed", other.query(String.class, "SELECT title FROM film WHERE film_id = 1"));
        }
        assertEquals(400, sakila.queryLong("SELECT COUNT(*) FROM payment"));
        assertEquals(0, sakila.queryLong("SELECT COUNT(*) FROM film WHERE title = 'Changed'"));
    }

    @Test
    void closingDropsIt() {
        var closed = SakilaSchema.small();
        closed.close();
        assertThrows(SQLException.class, () -> closed.connect().close());
    }

    @Test
    void aFolderWithoutTheGenuineSakilaIsAnError() {
        var failure = assertThrows(IllegalStateException.class, () -> new GenuineSakila(Path.of("nowhere")));
        assertEquals(
                "tidemark.test.sakila is nowhere, where there is no readable sakila-schema.sql.gz",
                failure.getMessage());
    }

    @Test
    @EnabledIf("dev.tidemark.support.SakilaSchema#genuineAvailable")
    void genuineSakilaIsComplete() {
        try (var genuine = SakilaSchema.genuine()) {
            assertEquals(16_044, genuine.queryLong("SELECT COUNT(*) FROM rental"));
            assertEquals(183, genuine.queryLong("SELECT COUNT(*) FROM rental WHERE return_date IS NULL"));
            assertEquals(5_462, genuine.queryLong("SELECT COUNT(*) FROM film_actor"));
            assertEquals(603, genuine.queryLong("SELECT COUNT(*) FROM address"));
            assertEquals(List.of("67406.56"), genuine.rows("SELECT SUM(amount) FROM payment"));
            assertEquals(List.of("2006-02-15 04:34:33"), genuine.rows("SELECT DISTINCT last_update FROM actor"));
            assertEquals(7, genuine.queryLong(
                    "SELECT COUNT(*) FROM information_schema.views WHERE table_schema = DATABASE()"));
            assertEquals(6, genuine.queryLong(
                    "SELECT COUNT(*) FROM information_schema.triggers WHERE trigger_schema = DATABASE()"));
            assertEquals(1_000, genuine.queryLong("SELECT COUNT(*) FROM film_list"));
        }
    }
}
