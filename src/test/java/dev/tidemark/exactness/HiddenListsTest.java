package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account that has SELECT on the schema and nothing else: it cannot see the transactions of others. */
class HiddenListsTest {
    private static final String NOTE = "reads 60 minutes back; grant it PROCESS to read less";

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    private final String reader = "reader_" + sakila.name();

    @AutoClose
    private final Mirror mirror = new Mirror(Replication.sharing(sakila)
            .with("TIDEMARK_SOURCE_USERNAME", reader)
            .with("TIDEMARK_SOURCE_PASSWORD", "reads")).lookingBack("0s");

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
    void everyCommandSaysSo() {
        for (String command : new String[] {"init", "full-load", "incremental", "status"}) {
            TidemarkCli.Result result = mirror.tidemark().succeed(command);
            assertTrue(result.err().contains(NOTE), command + ": " + result.err());
        }
        assertTrue(mirror.tidemark().succeed("status", "--format", "json").out().contains(NOTE));
    }

    @Test
    void aLateCommitIsFoundByReadingFurtherBack() {
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
    void noCommandSaysSoOfAnAccountThatSeesThem() {
        sakila.execute("GRANT PROCESS ON *.* TO " + reader);
        for (String command : new String[] {"init", "full-load", "incremental", "status"}) {
            TidemarkCli.Result result = mirror.tidemark().succeed(command);
            assertFalse(result.err().contains("minutes back"), command + ": " + result.err());
        }
    }
}
