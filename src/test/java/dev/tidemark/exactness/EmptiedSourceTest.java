package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A source that is emptied and filled again. */
class EmptiedSourceTest {
    private static final String EMPTY = """
            SET FOREIGN_KEY_CHECKS = 0;
            DELETE FROM payment; DELETE FROM rental; DELETE FROM inventory; DELETE FROM customer;
            DELETE FROM film_category; DELETE FROM film_actor; DELETE FROM film; DELETE FROM category;
            DELETE FROM actor; DELETE FROM language; DELETE FROM store; DELETE FROM staff; DELETE FROM address;
            DELETE FROM city; DELETE FROM country;
            SET FOREIGN_KEY_CHECKS = 1
            """;

    @AutoClose
    private final Mirror mirror = Mirror.small();

    private final SakilaSchema sakila = mirror.source();

    @Test
    void isMirrored() {
        mirror.load();
        sakila.execute("CREATE TABLE kept AS SELECT * FROM actor", EMPTY);

        mirror.requireExactAfterIncremental();
        assertEquals(0, mirror.warehouse().queryLong("SELECT count(*) FROM fact_rental"));

        sakila.execute("INSERT INTO actor SELECT * FROM kept");

        mirror.requireExactAfterIncremental();
        assertEquals(20, mirror.warehouse().queryLong("SELECT count(*) FROM dim_actor"));
    }

    @Test
    void thatWasEmptyAtTheFullLoadIsMirrored() {
        sakila.execute("CREATE TABLE kept AS SELECT * FROM actor", EMPTY);
        mirror.load();
        mirror.requireExact();

        sakila.execute("INSERT INTO actor SELECT * FROM kept");

        mirror.requireExactAfterIncremental();
    }
}
