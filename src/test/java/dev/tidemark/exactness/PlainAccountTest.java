package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account with only SELECT on the schema gives exact results, and no command needs more. */
class PlainAccountTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    private final String reader = "reader_" + sakila.name();

    @AutoClose
    private final Mirror mirror = new Mirror(Replication.sharing(sakila)
            .with("TIDEMARK_SOURCE_USERNAME", reader)
            .with("TIDEMARK_SOURCE_PASSWORD", "reads"));

    @BeforeEach
    void createReader() {
        sakila.execute(
                "CREATE USER " + reader + " IDENTIFIED BY 'reads'",
                "GRANT SELECT ON " + sakila.name() + ".* TO " + reader);
    }

    @AfterEach
    void dropReader() {
        sakila.execute("DROP USER " + reader);
    }

    @Test
    void noCommandAsksForMore() {
        for (String command : new String[] {"init", "full-load", "incremental", "status", "validate"}) {
            assertEquals("", mirror.tidemark().succeed(command).err(), command);
        }
        String report = mirror.tidemark().succeed("check").out();
        assertEquals(-1, report.indexOf("GRANT"), report);
    }

    @Test
    void aLateCommitIsFound() {
        mirror.load();
        try (OpenTransaction open = OpenTransaction.begin(sakila)) {
            open.execute("UPDATE film SET title = 'LATE' WHERE film_id = 1");
            sakila.execute("DO SLEEP(1.1)");
            mirror.incremental();
            open.commit();
        }

        mirror.requireExactAfterIncremental();
    }

    @Test
    void aSilentRewriteIsFound() {
        mirror.load();
        sakila.execute("UPDATE city SET city = 'Silent', last_update = last_update WHERE city_id < 9");

        mirror.requireExactAfterIncremental();
    }
}
