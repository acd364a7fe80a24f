package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes are found whatever the type of last_update is, with and without an index on it. */
class ChangeColumnsTest {
    @AutoClose
    private final Mirror mirror = Mirror.small();

    private final SakilaSchema sakila = mirror.source();

    @ParameterizedTest
    @ValueSource(strings = {
        "ADD INDEX (last_update)",
        "MODIFY last_update TIMESTAMP(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)",
        "MODIFY last_update DATETIME NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP",
        "MODIFY last_update DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),"
                + " ADD INDEX (last_update)"
    })
    void everyKindOfDateIsCompared(String columns) {
        // The warehouse shows a customer's last_update, to the second.
        sakila.execute(
                "ALTER TABLE customer " + columns.replace("(6)", ""),
                "ALTER TABLE payment " + columns);
        mirror.load();

        sakila.execute(
                "UPDATE customer SET first_name = 'NOW' WHERE customer_id = 1",
                "UPDATE customer SET first_name = 'NULL', last_update = NULL WHERE customer_id = 2",
                "SET sql_mode = ''; UPDATE customer SET first_name = 'ZERO', last_update = '0000-00-00 00:00:00'"
                        + " WHERE customer_id = 3",
                "UPDATE customer SET first_name = 'FUTURE', last_update = '2037-12-31 23:59:59' WHERE customer_id = 4",
                "UPDATE payment SET amount = amount + 1 WHERE payment_id BETWEEN 10 AND 20",
                "UPDATE payment SET amount = amount + 1, last_update = NULL WHERE payment_id BETWEEN 30 AND 35");
        mirror.requireExactAfterIncremental();
        sakila.execute(
                "UPDATE customer SET first_name = 'AGAIN', last_update = last_update WHERE customer_id IN (2, 3, 4)");
        mirror.requireExactAfterIncremental();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31 23:59:59", "3500-01-01 00:00:00", "1000-01-01 00:00:00"})
    void aDateThatHasNoSecondsOfItsOwnCounts(String date) {
        sakila.execute("ALTER TABLE customer MODIFY last_update DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP");
        mirror.load();

        sakila.execute("UPDATE customer SET first_name = 'ELSEWHEN', last_update = '" + date + "'"
                + " WHERE customer_id = 3");
        mirror.requireExactAfterIncremental();
    }
}
