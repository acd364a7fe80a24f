package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts that a careless fingerprint would confuse: each pair differs in a way that is easy to miss. */
class TellingTextsTest {
    @AutoClose
    private static final Mirror MIRROR = Mirror.small();

    private static final SakilaSchema SAKILA = MIRROR.source();

    @BeforeAll
    static void widen() {
        SAKILA.execute(
                "ALTER TABLE film MODIFY title TEXT NOT NULL, DROP INDEX idx_title, MODIFY special_features TEXT",
                "ALTER TABLE customer MODIFY first_name TEXT NOT NULL, MODIFY last_name TEXT NOT NULL,"
                        + " DROP INDEX idx_last_name");
        MIRROR.load();
    }

    @Test
    void ofOneColumnAreToldApart() {
        for (String value : List.of(
                "NULL", "'-'", "''", "'NULL'", "','", "'-,-'", "' '", "'0'", "SHA2('', 256)", "SHA2('-', 256)",
                "SHA2(NULL, 256)", "'a'", "'A'", "'á'", "'a '", "' a'", "'a\\n'", "'a\\0'", "'\\'a\\''", "'\"a\"'",
                "'\\\\'", "'1'", "'01'", "'🎬'", "'🎭'", "'?'", "'ß'", "'ss'", "CONVERT(X'C3A9' USING utf8mb4)",
                "CONVERT(X'65CC81' USING utf8mb4)", "'e'")) {
            SAKILA.execute("UPDATE film SET description = %s, last_update = last_update WHERE film_id IN (3, 5)"
                    .formatted(value));
            MIRROR.requireExactAfterIncremental();
        }
    }

    @Test
    void ofTwoColumnsAreToldApart() {
        String[][] pairs = {
            {"'a,b'", "'c'"}, {"'a'", "'b,c'"}, {"'a,b,c'", "''"}, {"''", "'a,b,c'"}, {"','", "''"}, {"''", "','"},
            {"'-'", "''"}, {"''", "'-'"}, {"'-,-'", "'-'"}, {"'-'", "'-,-'"}, {"'a'", "'b'"}, {"'b'", "'a'"},
            {"SHA2('a', 256)", "'b'"}, {"'a'", "SHA2('b', 256)"}, {"SHA2('a', 256)", "SHA2('b', 256)"},
            {"CONCAT(SHA2('a', 256), ',', SHA2('b', 256))", "''"}, {"'ab'", "''"}, {"''", "'ab'"}, {"'1'", "'11'"},
            {"'11'", "'1'"}
        };
        for (String[] pair : pairs) {
            SAKILA.execute(("UPDATE customer SET first_name = %s, last_name = %s, last_update = last_update"
                            + " WHERE customer_id = 3")
                    .formatted(pair[0], pair[1]));
            MIRROR.requireExactAfterIncremental();
        }
    }

    @Test
    void thatAreLongAreToldApart() {
        for (String end : List.of("a", "b", "A")) {
            SAKILA.execute(("UPDATE film SET title = CONCAT(REPEAT('t', 65534), '%1$s'),"
                            + " description = CONCAT(REPEAT('x,-''', 16383), 'yz', '%1$s'),"
                            + " special_features = CONCAT(REPEAT('🎬', 16383), 'yz', '%1$s'), last_update = last_update"
                            + " WHERE film_id IN (7, 8)")
                    .formatted(end));
            MIRROR.requireExactAfterIncremental();
        }
    }

    @Test
    void thatAreLongerThanAPacketAreToldApart() {
        SAKILA.execute("ALTER TABLE film MODIFY description LONGTEXT");
        for (String middle : List.of("1", "2")) {
            SAKILA.execute(
                    "UPDATE film SET description = REPEAT('0123456789', 800000), last_update = last_update"
                            + " WHERE film_id = 9",
                    "UPDATE film SET description = INSERT(description, 4000000, 1, '" + middle + "'),"
                            + " last_update = last_update WHERE film_id = 9");
            MIRROR.requireExactAfterIncremental();
        }
    }

    @Test
    void thatTwoRowsExchangeAreToldApart() {
        for (String values : List.of("'X', 'Y'", "'Y', 'X'", "'Y', 'Y'", "'X', 'X'", "'Z', 'Z'")) {
            SAKILA.execute("UPDATE film SET title = ELT(film_id - 10, %s), last_update = last_update"
                    .formatted(values) + " WHERE film_id IN (11, 12)");
            MIRROR.requireExactAfterIncremental();
        }
    }
}
