package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.SakilaSchema;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Settings of the server that cut or pad what its new sessions read. */
class ServerSettingsTest {
    @AutoClose
    private final Mirror mirror = Mirror.small();

    private final SakilaSchema sakila = mirror.source();
    private final String modes = sakila.query(String.class, "SELECT @@GLOBAL.sql_mode");

    @AfterEach
    void restore() {
        sakila.execute(
                "SET GLOBAL sql_select_limit = 18446744073709551615", "SET GLOBAL sql_mode = '" + modes + "'");
    }

    @Test
    void changeNothing() {
        sakila.execute("ALTER TABLE actor MODIFY first_name CHAR(45) NOT NULL");
        mirror.load();
        sakila.execute(
                "UPDATE city SET city = CONCAT(city, '!')",
                "UPDATE actor SET last_name = 'RENAMED' WHERE actor_id = 1",
                "SET GLOBAL sql_mode = '" + modes + ",PAD_CHAR_TO_FULL_LENGTH'",
                "SET GLOBAL sql_select_limit = 3");
        mirror.incremental();
        List<String> verdict = mirror.tidemark().succeed("validate", "--all").out().lines().toList();
        restore();
        mirror.requireExact();
        assertEquals("The warehouse matches the source.", verdict.getLast(), verdict::toString);
    }
}
