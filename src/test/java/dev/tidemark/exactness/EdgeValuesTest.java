package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest, the smallest and the oddest values that the source's columns take. */
class EdgeValuesTest {
    private static final List<String> TEXTS = List.of(
            "", " ", "  both  ends  ", "'", "\"", "\\", "''; DROP TABLE x; --", "a\nb\r\nc\td\n", "\0", "a\0b", "\u0001",
            "\uD83C\uDFAC\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "e\u0301 \u00e9", "\u202Eabc", "NULL", "null",
            "\u00df SS", "%s {0} ${x} #{x} ?", "\uFFFD", "\uFEFFbom", "|,;");
    private static final String ANY_DATE = "SET SESSION sql_mode = 'ALLOW_INVALID_DATES'";

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    private Mirror mirror;

    @BeforeEach
    void load() {
        mirror = Mirror.withoutLookBack(sakila, folder).load();
    }

    @Test
    void numbersOfEverySize() {
        exactBothWays(
                "UPDATE film SET length = 65535, rental_duration = 255, rental_rate = 99.99, replacement_cost = 999.99,"
                        + " release_year = 2155 WHERE film_id = 1",
                "UPDATE film SET length = 0, rental_duration = 0, rental_rate = -99.99, replacement_cost = -0.01,"
                        + " release_year = 1901 WHERE film_id = 2",
                "SET SESSION sql_mode = ''; UPDATE film SET release_year = 0 WHERE film_id = 3",
                "UPDATE payment SET amount = -999.99 WHERE payment_id = 1",
                "UPDATE payment SET amount = 999.99 WHERE payment_id = 2",
                "UPDATE payment SET amount = 0 WHERE payment_id = 3",
                "UPDATE payment SET amount = -0.01 WHERE payment_id = 4",
                "UPDATE payment SET payment_id = 4294967295 WHERE payment_id = 5",
                "UPDATE rental SET rental_id = 2147483647 WHERE rental_id = 6",
                "UPDATE rental SET rental_id = -2147483648 WHERE rental_id = 7",
                "UPDATE rental SET rental_id = 0 WHERE rental_id = 8",
                "UPDATE inventory SET inventory_id = 16777215 WHERE inventory_id = 9",
                "UPDATE film SET film_id = 65535 WHERE film_id = 10",
                "UPDATE actor SET actor_id = 65535 WHERE actor_id = 11",
                "UPDATE category SET category_id = 255 WHERE category_id = 2",
                "UPDATE customer SET active = 2 WHERE customer_id = 1",
                "UPDATE customer SET active = -1 WHERE customer_id = 2",
                "UPDATE customer SET active = 0 WHERE customer_id = 3");
    }

    @Test
    void nothingInEveryColumnThatMayHoldNothing() {
        exactBothWays(
                "UPDATE film SET description = NULL, release_year = NULL, original_language_id = NULL, length = NULL,"
                        + " rating = NULL, special_features = NULL WHERE film_id = 1",
                "UPDATE customer SET email = NULL, last_update = NULL WHERE customer_id = 1",
                "UPDATE rental SET return_date = NULL WHERE rental_id = 1",
                "UPDATE payment SET rental_id = NULL, last_update = NULL WHERE payment_id = 1",
                "UPDATE address SET address2 = NULL, postal_code = NULL",
                "UPDATE staff SET picture = NULL, email = NULL, password = NULL");
    }

    @Test
    void textOfEveryKind() throws SQLException {
        for (int number = 1; number <= TEXTS.size(); number++) {
            String text = TEXTS.get(number - 1);
            update("INSERT INTO language (language_id, name) VALUES (?, ?)", 100 + number, text);
            update("UPDATE film SET language_id = ? WHERE film_id = ?", 100 + number, number);
            update("UPDATE film SET title = ?, description = title WHERE film_id = ?", text, number);
            update("INSERT INTO actor (first_name, last_name) VALUES (?, ?)", text, text);
            update("INSERT INTO category (name) VALUES (?)", text);
            update("UPDATE customer SET first_name = ?, last_name = first_name WHERE customer_id = ?", text, number);
            update("UPDATE city SET city = ? WHERE city_id = ?", text, number);
            update("INSERT INTO country (country_id, country) VALUES (?, ?)", 100 + number, text);
            update("UPDATE city SET country_id = ? WHERE city_id = ?", 100 + number, number);
        }
        exactBothWays();
    }

    @Test
    void textOfEveryLength() {
        exactBothWays(
                "UPDATE film SET title = REPEAT('🎬', 128), description = REPEAT('d', 65535),"
                        + " special_features = 'Trailers,Commentaries,Deleted Scenes,Behind the Scenes' WHERE film_id = 1",
                "SET SESSION sql_mode = ''; UPDATE film SET special_features = '', rating = 'none' WHERE film_id = 2",
                "UPDATE actor SET first_name = REPEAT('漢', 45), last_name = REPEAT('🙂', 45) WHERE actor_id = 1",
                "UPDATE language SET name = REPEAT('🙂', 20) WHERE language_id = 1",
                "UPDATE category SET name = REPEAT('é', 25) WHERE category_id = 1",
                "UPDATE city SET city = REPEAT('🏙', 50)",
                "UPDATE country SET country = REPEAT('🌍', 50)");
    }

    @Test
    void datesFromTheFirstYearToTheLast() {
        exactBothWays(
                "UPDATE rental SET rental_date = '1000-01-01 00:00:00', return_date = '9999-12-31 23:59:59'"
                        + " WHERE rental_id = 1",
                "UPDATE rental SET rental_date = '2024-03-02', return_date = '2024-02-28' WHERE rental_id = 2",
                "UPDATE rental SET rental_date = '2023-12-31 23:59:59', return_date = '2024-01-01 00:00:00'"
                        + " WHERE rental_id = 3",
                "UPDATE rental SET rental_date = '1969-12-31 23:59:59', return_date = '1970-01-01' WHERE rental_id = 4",
                "UPDATE rental SET rental_date = '1900-02-28', return_date = '1900-03-01' WHERE rental_id = 5",
                "UPDATE rental SET rental_date = '1582-10-04', return_date = '1582-10-15' WHERE rental_id = 6",
                "UPDATE payment SET payment_date = '9999-12-31 23:59:59' WHERE payment_id = 1",
                "UPDATE payment SET payment_date = '1000-01-01' WHERE payment_id = 2",
                "UPDATE payment SET payment_date = '2024-03-10 02:30:00' WHERE payment_id = 3",
                "UPDATE payment SET payment_date = '1992-01-01' WHERE payment_id = 4",
                "UPDATE actor SET last_update = '2038-01-19 03:14:07' WHERE actor_id = 2",
                "INSERT INTO actor VALUES (900, 'THE', 'FIRST', '1970-01-01 00:00:01')");
        assertEquals(
                List.of("1000", "1582", "1900"),
                mirror.warehouse().rows("SELECT DISTINCT year FROM dim_date WHERE year < 1950 ORDER BY year"));

        sakila.execute("UPDATE payment SET payment_date = '2024-01-01' WHERE payment_id < 5",
                "UPDATE rental SET rental_date = '2024-01-01', return_date = NULL WHERE rental_id < 7");
        exactBothWays();
    }

    @Test
    void datesThatAreNoneReadAsNullWithAWarning() {
        sakila.execute(
                ANY_DATE,
                "UPDATE rental SET rental_date = '0000-00-00', return_date = '0000-00-00' WHERE rental_id = 1",
                "UPDATE rental SET rental_date = '2024-02-30' WHERE rental_id = 2",
                "UPDATE rental SET return_date = '2024-05-00 10:00:00' WHERE rental_id = 3",
                "UPDATE rental SET return_date = '2024-00-10' WHERE rental_id = 4",
                "UPDATE payment SET payment_date = '0000-00-00' WHERE payment_id = 1",
                "INSERT INTO actor VALUES (900, 'NEVER', 'CHANGED', '0000-00-00')",
                "INSERT INTO category VALUES (90, 'Never Changed', '0000-00-00')");

        TidemarkCli.Result incremental = mirror.requireExactAfterIncremental();

        assertTrue(incremental.err().contains("values of rental.rental_date are no dates"), incremental::err);
        assertTrue(incremental.err().contains("values of payment.payment_date are no dates"), incremental::err);
        assertTrue(incremental.err().contains("values of actor.last_update are no dates"), incremental::err);
        exactBothWays();
    }

    /** Requires an exact warehouse after an incremental, after a deep one and after a full-load, and that it validates. */
    private void exactBothWays(String... changes) {
        sakila.execute(changes);
        mirror.requireExactAfterIncremental();
        mirror.tidemark().succeed("incremental", "--deep");
        assertEquals(
                0,
                mirror.warehouse().queryLong("SELECT rows_inserted + rows_updated + rows_deleted FROM sync_run"
                        + " ORDER BY id DESC LIMIT 1"));
        mirror.tidemark().succeed("validate", "--all");
        mirror.tidemark().succeed("full-load");
        mirror.requireExact();
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = sakila.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }
}
