package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tidemark.support.WithReplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects that analysts add to the warehouse outlive a full load, which creates its tables of facts anew. */
class BelongingsTest extends WithReplication {
    private static final String OBJECTS = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";

    @Test
    void indexesTriggersAndViewsStayAsTheyAre() {
        Path trace = folder.resolve("trace");
        warehouse.execute(
                "CREATE INDEX My_Index ON Fact_Rental (rented_at)",
                "CREATE VIEW late AS SELECT * FROM fact_rental WHERE returned_at IS NULL",
                "CREATE TABLE notes (text TEXT)",
                "CREATE TRIGGER remark AFTER UPDATE ON FACT_PAYMENT BEGIN INSERT INTO notes VALUES ('costs #{5}, ${new"
                        + " java.io.FileOutputStream(\"" + trace + "\")} ?'); END");
        List<String> before = warehouse.rows(OBJECTS);

        tidemark.succeed("full-load");

        assertEquals(before, warehouse.rows(OBJECTS));
        assertFalse(Files.exists(trace));
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM notes"));
    }

    @Test
    void rowsThatReferToFactsStayAsLongAsTheFactsDo() {
        warehouse.execute(
                "CREATE TABLE late (rental_id INTEGER REFERENCES Fact_Rental (rental_id) ON DELETE CASCADE)",
                "CREATE TABLE cast_note (film_id INTEGER, actor_id INTEGER,"
                        + " FOREIGN KEY (film_id, actor_id) REFERENCES bridge_film_actor (film_id, actor_id))",
                "INSERT INTO late VALUES (5), (6)",
                "INSERT INTO cast_note SELECT film_id, actor_id FROM bridge_film_actor LIMIT 3");
        sakila.execute("DELETE FROM payment WHERE rental_id = 6", "DELETE FROM rental WHERE rental_id = 6");

        tidemark.succeedAll("full-load", "validate", "full-load");

        assertEquals(List.of("5"), warehouse.rows("SELECT rental_id FROM late"));
        assertEquals(3, warehouse.queryLong("SELECT count(*) FROM cast_note"));
    }
}
