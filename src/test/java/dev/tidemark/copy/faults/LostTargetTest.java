package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.support.FlakyLink;
import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.OneIn;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A target that is lost: the run is tried again within limits, and the state tells of it. */
@OneIn(3)
class LostTargetTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        // The rows of COPY, the merge; the rows' statement, a delete.
        "POSTGRESQL, run, crimson", "POSTGRESQL, table, INSERT INTO", "MYSQL, run, crimson", "MYSQL, table, DELETE FROM",
    })
    void aRunThatLosesItBeginsAgain(CopyTargetKind kind, String commit, String moment) {
        try (Teams teams = Teams.loaded(folder, kind, "commit: " + commit);
                FlakyProxy network = FlakyProxy.before(teams.job().target().url())) {
            teams.change();
            network.once(moment, FlakyLink::cut);

            TidemarkCli.Result result = teams.through(network).succeed("incremental");

            assertTrue(result.err().contains("Trying again in 1 s (1 of 3)."), result::err);
            assertEquals(teams.wanted(), teams.content());
            assertEquals(List.of("3|1"), teams.state().texts("SELECT run_id, attempt FROM copy_attempt"));
            String status = teams.cli().succeed("status").out();
            assertTrue(status.contains("Run 3, attempt 1 failed at 20"), status);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aTargetThatStaysAwayIsAFailureInTheEnd(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "");
                FlakyProxy network = FlakyProxy.before(teams.job().target().url())) {
            List<String> before = teams.content();
            teams.change();
            network.once("crimson", link -> {
                network.refuse();
                link.cut();
            });

            TidemarkCli.Result result =
                    teams.through(network).run("incremental", "--retries", "1").exitingWith(4);

            assertEquals("", result.out());
            assertEquals(2, result.err().lines().count(), result::err);
            assertTrue(result.err().contains("Cannot reach the target at"), result::err);
            assertEquals(before, teams.content());
            assertEquals(List.of("failed"), lastOutcome(teams));
            assertEquals(List.of("1", "2"), teams.state().texts("SELECT attempt FROM copy_attempt ORDER BY 1"));
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aTargetThatFallsSilentIsLostToo(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "");
                FlakyProxy network = FlakyProxy.before(teams.job().target().url())) {
            teams.change();
            network.once("crimson", link -> link.stallAfter(0));
            TidemarkCli impatient = teams.through(network).with("TIDEMARK_TARGET_TIMEOUT", "1s");
            String told = impatient.succeed("incremental").err();
            assertTrue(told.contains("Trying again in 1 s (1 of 3)."), told);
            assertEquals(teams.wanted(), teams.content());
        }
    }

    // The first table has committed, and the state does not know the tables yet.
    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aFirstLoadThatEndsInTheMiddleMixesUpNoTables(CopyTargetKind kind) {
        try (Teams teams = Teams.empty(folder, kind, "commit: table");
                FlakyProxy network = FlakyProxy.before(teams.job().target().url())) {
            teams.cli().succeed("init");
            network.once("ann", FlakyLink::cut);
            teams.through(network).run("full-load", "--retries", "0", "--tables", "Team,Player").exitingWith(4);
            teams.cli().succeed("incremental", "--tables", "Place");
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aTargetThatCannotBeEntered(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "")) {
            TidemarkCli stranger = teams.cli()
                    .with("TIDEMARK_TARGET_USERNAME", "stranger")
                    .with("TIDEMARK_TARGET_PASSWORD", "a secret word");
            for (String command : List.of("init", "incremental", "validate", "check")) {
                TidemarkCli.Result result = stranger.run(command);
                assertEquals(4, result.exitCode(), result::toString);
                assertTrue(!(result.out() + result.err()).contains("secret"), result::toString);
            }
            String url = teams.job().target().url().replaceFirst("//[^/]*/", "//127.0.0.1:1/");
            for (String command : List.of("init", "full-load", "validate")) {
                String told = teams.cli().with("TIDEMARK_TARGET_URL", url).run(command, "--retries", "0").exitingWith(4).err();
                assertTrue(told.contains("127.0.0.1:1"), told);
            }
        }
    }

    private static List<String> lastOutcome(Teams teams) {
        return teams.state().texts("SELECT outcome FROM sync_run ORDER BY id DESC LIMIT 1");
    }
}
