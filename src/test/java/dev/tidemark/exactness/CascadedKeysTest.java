package dev.tidemark.exactness;

import dev.tidemark.support.OneIn;
import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that change: the server rewrites the rows that refer to them and leaves their last_update alone. */
@OneIn(3)
class CascadedKeysTest {
    private static final String KEYS = """
            film, 5, 500
            actor, 3, 300
            category, 2, 200
            store, 1, 100
            customer, 7, 700
            inventory, 11, 1100
            staff, 1, 100
            address, 9, 900
            city, 4, 400
            country, 2, 200
            language, 1, 100
            rental, 17, 1700
            payment, 19, 1900
            """;

    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @AutoClose
    private final Mirror mirror = Mirror.sharing(SAKILA).load();

    private final SakilaSchema sakila = mirror.source();

    @BeforeAll
    static void hireSomeoneToManageAnotherStore() {
        SAKILA.execute("INSERT INTO staff SELECT 9, first_name, last_name, address_id, NULL, email, 2, active,"
                + " username, password, last_update FROM staff WHERE staff_id = 1");
    }

    @ParameterizedTest
    @CsvSource(textBlock = KEYS)
    void aKeyThatChangesTakesItsChildrenAlong(String table, int key, int unused) {
        rename(table, key, unused);

        mirror.requireExactAfterIncremental();
        rename(table, unused, key);
    }

    @ParameterizedTest
    @CsvSource(textBlock = KEYS)
    void twoKeysThatAreSwappedSwapTheirChildren(String table, int key, int unused) {
        rename(table, key, unused);
        rename(table, key + 1, key);
        rename(table, unused, key + 1);

        mirror.requireExactAfterIncremental();
    }

    @ParameterizedTest
    @CsvSource(textBlock = KEYS)
    void aKeyThatIsUsedAgainKeepsNoChild(String table, int key, int unused) {
        rename(table, key, unused + 1);
        copy(table, unused + 1, key);

        mirror.requireExactAfterIncremental();
    }

    @Test
    void aRentalThatIsDeletedAndInsertedAgainHasLostItsPayments() {
        sakila.execute(
                "CREATE TEMPORARY TABLE copied AS SELECT * FROM rental WHERE rental_id = 23",
                "DELETE FROM rental WHERE rental_id = 23",
                "UPDATE copied SET last_update = NOW()",
                "INSERT INTO rental SELECT * FROM copied");

        mirror.requireExactAfterIncremental();
    }

    private void rename(String table, int from, int to) {
        sakila.execute("UPDATE %1$s SET %1$s_id = %3$d WHERE %1$s_id = %2$d".formatted(table, from, to));
    }

    /** Inserts a copy of the row {@code from} with the key {@code to}, and new values where they must be unique. */
    private void copy(String table, int from, int to) {
        sakila.execute(
                "CREATE TEMPORARY TABLE copied AS SELECT * FROM %1$s WHERE %1$s_id = %2$d;"
                        .concat(" UPDATE copied SET %1$s_id = %3$d")
                        .formatted(table, from, to)
                        + switch (table) {
                            case "rental" -> ", rental_date = rental_date + INTERVAL 1 SECOND";
                            case "store" -> ", manager_staff_id = 9";
                            default -> "";
                        }
                        + "; INSERT INTO %1$s SELECT * FROM copied".formatted(table));
    }
}
