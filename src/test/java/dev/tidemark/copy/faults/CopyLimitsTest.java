package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.Json;
import dev.tidemark.support.OneIn;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that shall not keep all that they do: deletes beyond the limit, interruptions, dry runs, some tables only. */
@OneIn(2)
class CopyLimitsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, run", "MYSQL, run", "POSTGRESQL, table", "MYSQL, table"})
    void tooManyDeletesChangeNothing(CopyTargetKind kind, String commit) {
        try (Teams teams = Teams.empty(folder, kind, "commit: " + commit)) {
            teams.source().run("WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 210)"
                    + " INSERT INTO Place SELECT i, 'place ' || i FROM n");
            teams.cli().succeedAll("init", "full-load");
            List<String> before = teams.content();
            teams.source().run("DELETE FROM Place WHERE Id > 60");

            String told = teams.cli().run("incremental").exitingWith(6).complaint();

            assertTrue(told.contains("Place"), told);
            assertTrue(told.contains("--max-deletes"), told);
            assertEquals(before, teams.content());
            teams.cli().succeed("incremental", "--max-deletes", "80%");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, TERM, 143, run", "MYSQL, INT, 130, run"})
    void anInterruptedRunIsRolledBack(CopyTargetKind kind, String signal, int exitCode, String commit) throws Exception {
        try (Teams teams = Teams.loaded(folder, kind, "commit: " + commit);
                FlakyProxy network = FlakyProxy.before(teams.job().target().url())) {
            List<String> before = teams.content();
            teams.change();
            CountDownLatch inTheMiddle = new CountDownLatch(1);
            network.once("crimson", link -> {
                link.stallAfter(0);
                inTheMiddle.countDown();
            });
            try (TidemarkProcess run = TidemarkProcess.start(teams.through(network), "incremental")) {
                inTheMiddle.await();

                run.signal(signal);

                TidemarkCli.Result result = run.result(Duration.ofSeconds(5)).exitingWith(exitCode);
                assertEquals("", result.out());
                assertTrue(result.err().startsWith("tidemark: Interrupted and rolled back"), result::err);
            }
            assertEquals(before, teams.content());
            assertTrue(teams.cli().succeed("status").out().contains("interrupted"));
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, run", "MYSQL, run", "POSTGRESQL, table", "MYSQL, table"})
    void aDryRunKeepsNothing(CopyTargetKind kind, String commit) {
        try (Teams teams = Teams.loaded(folder, kind, "keys: assign\ncommit: " + commit)) {
            List<String> before = teams.content();
            List<String> state = state(teams);
            teams.source().run("UPDATE Team SET Name = 'crimson' WHERE Id = 1", "DELETE FROM Place WHERE Id = 2",
                    "INSERT INTO Place VALUES (7, 'field')");

            String counts = counts(teams.cli().succeed("incremental", "--dry-run", "--format", "json").out());

            assertEquals(before, teams.content());
            assertEquals(state, state(teams));
            assertEquals(counts, counts(teams.cli().succeed("incremental", "--format", "json").out()));
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void rowsThatAreKeptStayAsTheyAre(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "deletes: keep")) {
            teams.source().run("DELETE FROM Place WHERE Id = 2", "INSERT INTO Place VALUES (7, 'field')");
            teams.cli().succeed("incremental");
            List<String> all = List.of("1|red", "2|hall", "7|field");
            assertEquals(all, teams.job().target().texts("SELECT id, name FROM place ORDER BY 1"));
            // What a row that is kept has is not free.
            teams.source().run("INSERT INTO Place VALUES (8, 'hall')");
            teams.cli().run("incremental").exitingWith(7);
            assertEquals(all, teams.job().target().texts("SELECT id, name FROM place ORDER BY 1"));
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void someTablesOnly(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "")) {
            List<String> before = teams.job().target().texts("SELECT name FROM team ORDER BY 1");
            teams.change();
            teams.cli().succeed("incremental", "--tables", "place");
            assertEquals("[field, red]", teams.job().target().texts("SELECT name FROM place ORDER BY 1").toString());
            assertEquals(before, teams.job().target().texts("SELECT name FROM team ORDER BY 1"));
            // Their parents do not come along: dee's team is missing.
            String told = teams.cli().run("incremental", "--tables", "Player").exitingWith(7).complaint();
            assertTrue(told.contains("Player 2") || told.contains("Player 4"), told);
            teams.cli().succeed("incremental", "--tables", "Team,Player");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    private static String counts(String json) {
        return Json.elements(Json.parse(json).path("tables"))
                .map(table -> Stream.of("table", "total", "inserted", "updated", "deleted", "skipped", "failed")
                        .map(field -> table.path(field).toString())
                        .toList())
                .toList()
                .toString();
    }

    private static List<String> state(Teams teams) {
        return List.of(
                teams.state().texts("SELECT table_id, hex(source_key), hex(hash), hex(target_key), status, present"
                        + " FROM copy_row ORDER BY 1, 2").toString(),
                teams.state().texts("SELECT * FROM copy_table").toString(),
                teams.state().texts("SELECT * FROM copy_result").toString(),
                teams.state().texts("SELECT * FROM sync_run").toString());
    }
}
