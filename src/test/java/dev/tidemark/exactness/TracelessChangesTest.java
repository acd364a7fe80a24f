package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tidemark.support.Replication;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A table that changes and keeps its mark, as with an imported tablespace: commands that compare every row find the
 * change.
 */
class TracelessChangesTest {
    @AutoClose
    private final Mirror mirror = Mirror.small();

    private String theRowAsItWas;

    @BeforeEach
    void changeWithoutTrace() {
        assumeFalse(mirror.source().server().isMariaDb(), "MariaDB's marks are not trusted");
        mirror.load();
        theRowAsItWas = mirror.source().query(String.class, "SELECT concat('first_name = ''', first_name,"
                + " ''', last_update = ''', last_update, '''') FROM actor WHERE actor_id = 1");
        mirror.source().execute(
                "INSERT INTO actor (first_name, last_name) VALUES ('IMPORTED', 'ROW')",
                "UPDATE actor SET first_name = 'SILENT' WHERE actor_id = 1");
        try (Mirror second = new Mirror(Replication.sharing(mirror.source())).load()) {
            List<String> marks = second.warehouse().rows("SELECT printf('created_at = ''%s'', updated_at = ''%s''',"
                    + " created_at, updated_at) FROM sync_source_table WHERE table_name = 'actor'");
            mirror.warehouse().execute("UPDATE sync_source_table SET " + marks.getFirst()
                    + ", snapshot_at = datetime(updated_at, '+5 minutes') WHERE table_name = 'actor'");
        }
        // The mark is trusted: otherwise the tests would prove nothing.
        mirror.incremental();
        assertEquals(0, mirror.rowsWrittenByTheLastRun());
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental --deep", "full-load"})
    void whatComparesEveryRowFindsIt(String command) {
        mirror.tidemark().succeed(command.split(" "));
        mirror.requireExact();
    }

    /** The ledger must show the new state too, or this would look like no change. */
    @ParameterizedTest
    @ValueSource(strings = {"incremental --deep", "full-load", "incremental --since 2000-01-01"})
    void whatWasFoundMayGoBackToWhatItWas(String command) {
        mirror.tidemark().succeed(command.split(" "));
        mirror.source().execute(
                "DELETE FROM actor WHERE first_name = 'IMPORTED'",
                "UPDATE actor SET " + theRowAsItWas + " WHERE actor_id = 1");
        mirror.requireExactAfterIncremental();
    }

    @Test
    void validateFindsIt() {
        mirror.tidemark().run("validate", "--all").exitingWith(1);
    }
}
