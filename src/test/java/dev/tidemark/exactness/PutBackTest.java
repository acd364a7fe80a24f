package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.OneIn;
import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are deleted and put back exactly as they were. */
@OneIn(3)
class PutBackTest {
    private static final String ROWS = """
            film, film_id IN (2; 17)
            film, film_id < 30
            actor, actor_id IN (3; 4)
            category, category_id = 5
            customer, customer_id BETWEEN 4 AND 8
            store, store_id = 1
            store, TRUE
            rental, rental_id BETWEEN 20 AND 25
            rental, TRUE
            film_actor, film_id = 3
            film_category, TRUE
            payment, payment_id < 9
            """;

    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @AutoClose
    private static final Mirror MIRROR = Mirror.sharing(SAKILA).load();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRentalLeavesItsPaymentsWithoutARental(boolean atOnce) {
        int rental = atOnce ? 31 : 32;
        long paid = SAKILA.queryLong("SELECT COUNT(*) FROM payment WHERE rental_id = " + rental);
        String lone = "SELECT COUNT(*) FROM fact_payment WHERE rental_id IS NULL";
        long before = MIRROR.warehouse().queryLong(lone);

        SAKILA.execute(
                "CREATE TABLE kept AS SELECT * FROM rental WHERE rental_id = " + rental,
                "DELETE FROM rental WHERE rental_id = " + rental);
        if (!atOnce) {
            MIRROR.requireExactAfterIncremental();
        }
        SAKILA.execute("INSERT INTO rental SELECT * FROM kept", "DROP TABLE kept");

        MIRROR.requireExactAfterIncremental();
        assertEquals(1, paid);
        assertEquals(before + paid, MIRROR.warehouse().queryLong(lone));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ROWS)
    void inALaterRunAreAsTheyWere(String table, String rows) {
        Star before = StarReader.read(MIRROR.warehouse());
        delete(table, rows);
        MIRROR.requireExactAfterIncremental();
        MIRROR.requireExactAfterIncremental();
        putBack(table);

        MIRROR.requireExactAfterIncremental();
        assertEquals(before, StarReader.read(MIRROR.warehouse()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = ROWS)
    void inTheSameRunChangeNothing(String table, String rows) {
        delete(table, rows);
        putBack(table);

        MIRROR.requireExactAfterIncremental();
        assertEquals(0, MIRROR.rowsWrittenByTheLastRun());
    }

    @ParameterizedTest
    @CsvSource({
        "film, film_id = 2, 'UPDATE inventory SET film_id = 2 WHERE inventory_id < 20'",
        "film, film_id = 2, 'INSERT IGNORE INTO film_actor (film_id, actor_id) VALUES (2, 1), (2, 2), (2, 3)'",
        "film, film_id = 2, 'DELETE FROM film_category WHERE film_id = 2'",
        "actor, actor_id = 3, 'UPDATE IGNORE film_actor SET actor_id = 3 WHERE film_id < 9'",
        "category, category_id = 5, 'UPDATE IGNORE film_category SET category_id = 5 WHERE film_id > 20'",
        "customer, customer_id = 4, 'UPDATE rental SET customer_id = 4 WHERE rental_id < 50'",
        "customer, customer_id = 4, 'UPDATE payment SET customer_id = 4 WHERE payment_id > 350'",
        "store, store_id = 2, 'UPDATE staff SET store_id = 2'",
        "store, store_id = 2, 'UPDATE inventory SET store_id = 2 WHERE inventory_id > 60'",
        "rental, rental_id = 40, 'UPDATE payment SET rental_id = 40 WHERE payment_id BETWEEN 100 AND 120'"
    })
    void haveTheChildrenThatCameMeanwhile(String table, String rows, String children) {
        delete(table, rows);
        MIRROR.requireExactAfterIncremental();
        SAKILA.execute(SourceCopy.UNCHECKED, children);
        MIRROR.requireExactAfterIncremental();
        putBack(table);

        MIRROR.requireExactAfterIncremental();
    }

    private static void delete(String table, String rows) {
        String condition = rows.replace(';', ',');
        SAKILA.execute(
                SourceCopy.UNCHECKED,
                "CREATE TABLE kept AS SELECT * FROM %s WHERE %s".formatted(table, condition),
                "DELETE FROM %s WHERE %s".formatted(table, condition));
    }

    private static void putBack(String table) {
        SAKILA.execute(SourceCopy.UNCHECKED, "INSERT INTO %s SELECT * FROM kept".formatted(table), "DROP TABLE kept");
    }
}
