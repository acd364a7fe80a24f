package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.support.Json;
import dev.tidemark.support.OneIn;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A target that takes nothing, or not everything. */
@OneIn(2)
class RefusingTargetTest {
    private static final String USER = "limited";
    private static final String PASSWORD = "few rights";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void oneTableThatMayNotBeWrittenStopsThoseAloneThatReferToIt(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "commit: table")) {
            List<String> teamsBefore = teams.job().target().texts("SELECT name FROM team ORDER BY 1");
            List<String> playersBefore = teams.job().target().texts("SELECT nick FROM player ORDER BY 1");
            createUser(teams, kind);
            try {
                teams.change();
                TidemarkCli limited = teams.cli()
                        .with("TIDEMARK_TARGET_USERNAME", USER)
                        .with("TIDEMARK_TARGET_PASSWORD", PASSWORD);

                TidemarkCli.Result result = limited.run("incremental", "--format", "json").exitingWith(7);

                JsonNode tables = Json.parse(result.out()).path("tables");
                String team = Json.find(tables, "table", "Team").path("message").asString();
                assertTrue(team.contains("team"), team);
                assertTrue(team.contains("denied"), team);
                assertEquals(
                        "it refers to Team, which failed",
                        Json.find(tables, "table", "Player").path("message").asString());
                assertEquals(1, Json.find(tables, "table", "Place").path("updated").asInt(), tables::toString);
                String status = teams.cli().succeed("status").out();
                assertTrue(status.contains("Table Team failed in run 3: "), status);
                assertEquals("[field, red]", teams.job().target().texts("SELECT name FROM place ORDER BY 1").toString());
                assertEquals(teamsBefore, teams.job().target().texts("SELECT name FROM team ORDER BY 1"));
                assertEquals(playersBefore, teams.job().target().texts("SELECT nick FROM player ORDER BY 1"));
            } finally {
                dropUser(teams, kind);
            }
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void oneTableThatMayNotBeWrittenStopsARunThatCommitsAtOnce(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "")) {
            createUser(teams, kind);
            try {
                List<String> before = teams.content();
                teams.change();
                String told = teams.cli()
                        .with("TIDEMARK_TARGET_USERNAME", USER)
                        .with("TIDEMARK_TARGET_PASSWORD", PASSWORD)
                        .run("incremental")
                        .exitingWith(4)
                        .complaint();
                assertTrue(told.contains("denied"), told);
                assertEquals(before, teams.content());
            } finally {
                dropUser(teams, kind);
            }
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    // A server that becomes a replica, or whose owner ends writing: here a PostgreSQL database of that default.
    @ParameterizedTest
    @EnumSource(value = CopyTargetKind.class, names = "POSTGRESQL")
    void aTargetThatIsReadOnlyFromNowOn(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "")) {
            List<String> before = teams.content();
            teams.change();
            String database = teams.job().target().texts("SELECT current_database()").getFirst();
            teams.job().target().run("ALTER DATABASE " + database + " SET default_transaction_read_only = on");
            String told = teams.cli().run("incremental", "--retries", "0").exitingWith(4).complaint();
            assertTrue(told.contains(" is read-only: "), told);
            assertEquals(before, teams.content());
            teams.job().target().run(
                    "SET default_transaction_read_only = off",
                    "ALTER DATABASE " + database + " RESET default_transaction_read_only");
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    private static void createUser(Teams teams, CopyTargetKind kind) {
        teams.job().target().run(kind == CopyTargetKind.POSTGRESQL
                ? new String[] {
                    "CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'",
                    "GRANT USAGE ON SCHEMA public TO " + USER,
                    "DROP SCHEMA IF EXISTS tidemark_staging CASCADE",
                    "CREATE SCHEMA tidemark_staging AUTHORIZATION " + USER,
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON player, place TO " + USER,
                    "GRANT SELECT ON team TO " + USER,
                    "GRANT SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO " + USER,
                }
                : new String[] {
                    "CREATE USER " + USER + " IDENTIFIED BY '" + PASSWORD + "'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON player TO " + USER,
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON place TO " + USER,
                    "GRANT SELECT ON team TO " + USER,
                });
    }

    private static void dropUser(Teams teams, CopyTargetKind kind) {
        teams.job().target().run(kind == CopyTargetKind.POSTGRESQL
                ? new String[] {"DROP OWNED BY " + USER + " CASCADE", "DROP ROLE " + USER}
                : new String[] {"DROP USER " + USER});
    }

    @Test
    void aTableWithoutTransactionsIsNamed() {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.MYSQL, "keys: assign")) {
            teams.job().target().run("ALTER TABLE place ENGINE = MyISAM");
            teams.change();
            for (String command : List.of("init", "full-load", "incremental", "incremental --dry-run", "validate", "check")) {
                TidemarkCli.Result result = teams.cli().run(command.split(" ")).exitingWith(4);
                String told = result.out() + result.err();
                assertTrue(
                        told.contains("The engine of the target's table place, MyISAM, has no transactions,"
                                + " so a run that fails would leave rows there"),
                        told);
            }
            teams.job().target().run("ALTER TABLE place ENGINE = InnoDB");
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }
}
