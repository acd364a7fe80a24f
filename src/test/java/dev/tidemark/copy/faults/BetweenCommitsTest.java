package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.support.FlakyLink;
import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.OneIn;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The target has committed, and the state does not know of it: the next run finds what is there, and doubles nothing. */
@OneIn(3)
class BetweenCommitsTest {
    private static final String SETTINGS = """
            keys: %s
            commit: %s
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, keep, run", "POSTGRESQL, keep, table", "POSTGRESQL, assign, run", "POSTGRESQL, assign, table",
        "MYSQL, keep, run", "MYSQL, keep, table", "MYSQL, assign, run", "MYSQL, assign, table",
    })
    void aStateOfBeforeAdoptsTheRows(CopyTargetKind kind, String keys, String commit) throws IOException {
        try (Teams teams = Teams.loaded(folder, kind, SETTINGS.formatted(keys, commit))) {
            byte[] state = Files.readAllBytes(teams.job().state());
            teams.change();
            teams.cli().succeed("incremental");
            List<String> ids = ids(teams);

            Files.write(teams.job().state(), state);

            TidemarkCli.Result result = teams.cli().succeed("incremental");
            assertTrue(result.err().contains("1 rows of Team were in the target already"), result::err);
            assertEquals(teams.wanted(), teams.content());
            assertEquals(ids, ids(teams));
            teams.source().run("DELETE FROM Player WHERE Id = 4", "DELETE FROM Team WHERE Id = 1");
            teams.source().run("DELETE FROM Player WHERE TeamId = 1");
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, keep", "POSTGRESQL, assign", "MYSQL, keep", "MYSQL, assign"})
    void aConnectionIsLostInTheCommit(CopyTargetKind kind, String keys) {
        try (Teams teams = Teams.loaded(folder, kind, SETTINGS.formatted(keys, "run"));
                FlakyProxy network = FlakyProxy.before(teams.job().target().url())) {
            teams.change();
            network.once("COMMIT", link -> link.cutAfter(0));

            TidemarkCli.Result result = teams.through(network).succeed("incremental");

            assertTrue(result.err().contains("Trying again in 1 s (1 of 3)."), result::err);
            assertTrue(result.err().contains("The last run did not complete Team; "), result::err);
            assertEquals(teams.wanted(), teams.content());
            teams.cli().succeed("validate");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, keep, run", "POSTGRESQL, assign, table", "MYSQL, keep, table", "MYSQL, assign, run",
    })
    void aCommitNeverArrives(CopyTargetKind kind, String keys, String commit) {
        try (Teams teams = Teams.loaded(folder, kind, SETTINGS.formatted(keys, commit));
                FlakyProxy network = FlakyProxy.before(teams.job().target().url())) {
            List<String> before = teams.content();
            teams.change();
            network.once("COMMIT", FlakyLink::cut);
            teams.through(network).run("incremental", "--retries", "0").exitingWith(4);
            assertEquals(before, teams.content());
            // Known to the state, and not to the target.
            teams.source().run("DELETE FROM Player WHERE Id = 4", "UPDATE Place SET Name = 'yard' WHERE Id = 2");

            teams.cli().succeed("incremental");

            assertEquals(teams.wanted(), teams.content());
            teams.cli().succeed("validate");
        }
    }

    // Rows that are as the last complete run brought them, or unknown to it, are not as the target has them.
    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, keep, run", "POSTGRESQL, assign, table", "MYSQL, keep, table", "MYSQL, assign, run",
    })
    void theSourceIsPutBackBeforeTheNextRun(CopyTargetKind kind, String keys, String commit) throws IOException {
        try (Teams teams = Teams.loaded(folder, kind, SETTINGS.formatted(keys, commit));
                FlakyProxy network = FlakyProxy.before(teams.job().target().url())) {
            Path kept = folder.resolve("kept.db");
            teams.source().run("VACUUM INTO '" + kept + "'");
            List<String> before = teams.content();
            teams.change();
            network.times(9, "COMMIT", link -> link.cutAfter(0));
            teams.through(network).run("incremental", "--retries", "0").exitingWith(4);
            assertNotEquals(before, teams.content());

            Files.copy(kept, teams.source().path(), StandardCopyOption.REPLACE_EXISTING);

            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    private static List<String> ids(Teams teams) {
        return teams.job().target().texts("SELECT id, name FROM team ORDER BY 1");
    }
}
