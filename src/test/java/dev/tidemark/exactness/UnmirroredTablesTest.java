package dev.tidemark.exactness;

import dev.tidemark.support.OneIn;
import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that no table of the star mirrors, but whose content rows of the star take. */
@OneIn(3)
class UnmirroredTablesTest {
    private static final String ROWS = """
            address; address_id = 5
            address; address_id < 20
            address; TRUE
            city; city_id = 2
            city; TRUE
            country; country_id = 3
            country; TRUE
            language; language_id = 1
            language; TRUE
            inventory; inventory_id = 7
            inventory; MOD(inventory_id, 3) = 0
            inventory; TRUE
            staff; staff_id = 1
            staff; TRUE
            """;

    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @AutoClose
    private static final Mirror MIRROR = Mirror.sharing(SAKILA).load();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = ROWS)
    void mayLoseRowsAndGetThemBack(String table, String rows) {
        keep(table, rows);
        SAKILA.execute(SourceCopy.UNCHECKED, "DELETE FROM %s WHERE %s".formatted(table, rows));
        MIRROR.requireExactAfterIncremental();
        putBack(table);

        MIRROR.requireExactAfterIncremental();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = ROWS)
    void mayHaveOtherKeysAndGetThemBack(String table, String rows) {
        keep(table, rows);
        SAKILA.execute(
                SourceCopy.UNCHECKED,
                "UPDATE %1$s SET %1$s_id = %1$s_id + 200, last_update = last_update WHERE %2$s".formatted(table, rows));
        MIRROR.requireExactAfterIncremental();
        SAKILA.execute(SourceCopy.UNCHECKED, "DELETE FROM %1$s WHERE %1$s_id > 200".formatted(table));
        putBack(table);

        MIRROR.requireExactAfterIncremental();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = ROWS)
    void mayLoseRowsOnWhichNewRowsDepend(String table, String rows) {
        keep(table, rows);
        SAKILA.execute(
                SourceCopy.UNCHECKED,
                "DELETE FROM %s WHERE %s".formatted(table, rows),
                "UPDATE film SET language_id = 3 - language_id, last_update = last_update WHERE language_id IN (1, 2)",
                "UPDATE customer SET address_id = MOD(address_id, 9) + 1, last_update = last_update",
                "UPDATE payment SET staff_id = 3 - staff_id, last_update = last_update WHERE MOD(payment_id, 2) = 0",
                "UPDATE rental SET inventory_id = MOD(inventory_id, 120) + 1, last_update = last_update"
                        + " WHERE rental_id BETWEEN 10 AND 200");
        MIRROR.requireExactAfterIncremental();
        putBack(table);

        MIRROR.requireExactAfterIncremental();
    }

    @ParameterizedTest
    @CsvSource({
        "address, city_id = 999", "city, country_id = 999", "staff, store_id = 99", "inventory, store_id = 99",
        "inventory, film_id = 9999"
    })
    void mayReferToNothingAndToSomethingAgain(String table, String change) {
        keep(table, "TRUE");
        SAKILA.execute(
                SourceCopy.UNCHECKED,
                "UPDATE %1$s SET %2$s, last_update = last_update WHERE MOD(%1$s_id, 2) = 0".formatted(table, change));
        MIRROR.requireExactAfterIncremental();
        SAKILA.execute(SourceCopy.UNCHECKED, "DELETE FROM " + table);
        putBack(table);

        MIRROR.requireExactAfterIncremental();
    }

    private static void keep(String table, String rows) {
        SAKILA.execute("CREATE TABLE kept AS SELECT * FROM %s WHERE %s".formatted(table, rows));
    }

    private static void putBack(String table) {
        SAKILA.execute(SourceCopy.UNCHECKED, "INSERT INTO %s SELECT * FROM kept".formatted(table), "DROP TABLE kept");
    }
}
