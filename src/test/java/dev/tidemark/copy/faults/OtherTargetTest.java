package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.copy.TargetDatabase;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A state belongs to one target: what it knows of the rows is wrong of any other. */
class OtherTargetTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path otherFolder;

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void anotherTargetIsRefused(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "keys: assign");
                Teams others = Teams.loaded(otherFolder, kind, "keys: assign")) {
            List<String> before = others.content();
            teams.change();
            TidemarkCli elsewhere = elsewhere(teams, others.job().target());

            for (String[] command : new String[][] {{"incremental"}, {"full-load"}, {"incremental", "--dry-run"}, {"init"}}) {
                String told = elsewhere.run(command).exitingWith(4).err();
                assertTrue(told.contains("The state belongs to another target: it was "), told);
                assertTrue(told.contains("init --moved"), told);
                assertEquals(1, told.lines().count(), told);
            }
            String checked = elsewhere.run("check").exitingWith(4).out();
            assertTrue(checked.contains("The state belongs to another target"), checked);

            assertEquals(before, others.content());
            assertEquals("", teams.cli().succeed("incremental").err());
            assertEquals(teams.wanted(), teams.content());
            String own = teams.cli().succeed("check").out();
            assertTrue(own.contains("it belongs to this target"), own);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aTargetThatMovedIsComparedOnce(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "keys: assign");
                Teams moved = Teams.loaded(otherFolder, kind, "keys: assign")) {
            moved.job().target().run("DELETE FROM player WHERE nick = 'bob'", "UPDATE place SET name = 'x' WHERE name = 'hall'");
            TidemarkCli elsewhere = elsewhere(teams, moved.job().target());

            elsewhere.succeed("init", "--moved");
            String checked = elsewhere.succeed("check").out();
            assertTrue(checked.contains("the next run compares every row with the target"), checked);
            teams.change();
            String part = elsewhere.succeed("incremental", "--tables", "Place").err();
            String note = elsewhere.succeed("incremental").err();

            assertEquals("tidemark: No run has completed with this target; every row was compared.\n", part);
            assertEquals(part, note);
            assertEquals(teams.wanted(), moved.content());
            assertEquals("", elsewhere.succeed("incremental").err());
            teams.cli().run("incremental").exitingWith(4);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void anEmptyTargetIsFilled(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "keys: assign");
                Teams empty = Teams.empty(otherFolder, kind, "")) {
            TidemarkCli elsewhere = elsewhere(teams, empty.job().target());
            teams.change();

            elsewhere.succeed("init");
            String told = elsewhere.succeed("incremental").err();

            assertTrue(told.contains("No run has completed with this target; every row was compared.\n"), told);
            assertEquals(teams.wanted(), empty.content());
            assertEquals("", elsewhere.succeed("incremental").err());
        }
    }

    // The number of yellow becomes another, and its players follow.
    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aTableThatIsMadeAnewGivesNewIds(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "keys: assign")) {
            teams.change();
            teams.cli().succeed("incremental");
            teams.job().target().run(
                    kind == CopyTargetKind.MYSQL ? "SET foreign_key_checks = 0" : "SELECT 1", "DROP TABLE team CASCADE");
            teams.source().run("INSERT INTO Team VALUES (5, 'black')", "INSERT INTO Player VALUES (5, 'eve', 5)");

            teams.cli().succeedAll("init", "incremental");

            assertEquals(teams.wanted(), teams.content());
            assertEquals("", teams.cli().succeed("incremental").err());
            teams.cli().succeed("validate");
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void tablesThatOthersEmptiedAreFilledAnew(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "keys: assign")) {
            teams.source().run("WITH RECURSIVE n (i) AS (VALUES (10) UNION ALL SELECT i + 1 FROM n WHERE i < 2500)"
                    + " INSERT INTO Team SELECT i, 'team ' || i FROM n");
            teams.cli().succeed("incremental");
            teams.source().run("DELETE FROM Team WHERE Id = 3 OR Id % 7 = 4", "DELETE FROM Player WHERE TeamId = 3");
            if (kind == CopyTargetKind.MYSQL) {
                teams.job().target().run("SET foreign_key_checks = 0", "TRUNCATE TABLE player", "TRUNCATE TABLE team");
            } else {
                teams.job().target().run("TRUNCATE TABLE player, team RESTART IDENTITY");
            }
            teams.source().run("INSERT INTO Team VALUES (5, 'black')", "INSERT INTO Player VALUES (5, 'eve', 5)");

            teams.cli().succeed("full-load");

            assertEquals(teams.wanted(), teams.content());
            teams.cli().succeed("validate");
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aTableWithoutRowsIsNotTakenForEmptied(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "")) {
            teams.source().run("DELETE FROM Player", "DELETE FROM Team");
            teams.cli().succeed("incremental", "--max-deletes", "100%");

            assertEquals("", teams.cli().succeed("full-load").err());
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void anotherNameOfTheServerIsNotedOnce(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "")) {
            String url = teams.job().target().url();
            String name = url.contains("//localhost:") ? "localhost" : "127.0.0.1";
            String otherName = name.equals("localhost") ? "127.0.0.1" : "localhost";
            TidemarkCli renamed = teams.cli().with("TIDEMARK_TARGET_URL", url.replace(name, otherName));
            teams.job().target().run("DELETE FROM player WHERE nick = 'bob'");

            String told = renamed.succeed("incremental").err();

            assertTrue(told.startsWith("tidemark: The target is not the one of the last run: it was " + name), told);
            assertTrue(told.contains(" and is " + otherName + ":"), told);
            assertTrue(told.endsWith("; every row was compared.\n"), told);
            assertEquals(teams.wanted(), teams.content());
            assertEquals("", renamed.succeed("incremental").err());
        }
    }

    @Test
    void aRunOfSomeTablesLeavesTheTargetToBeCompared() {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.POSTGRESQL, "")) {
            String own = teams.state().texts("SELECT server FROM copy_target").getFirst();
            teams.source().run("UPDATE Team SET Name = 'crimson' WHERE Id = 1");
            // The failover, and back: the other database has got the change, this one has not.
            teams.state().run("UPDATE copy_target SET server = 'another'");
            teams.cli().succeed("incremental", "--tables", "Team");
            assertEquals(List.of(own + "|0"), teams.state().texts("SELECT server, complete FROM copy_target"));
            teams.job().target().run("UPDATE team SET name = 'red' WHERE id = 1");

            String told = teams.cli().succeed("incremental").err();

            assertTrue(told.contains("No run has completed with this target; every row was compared.\n"), told);
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @Test
    void afterAnUpgradeEveryRowIsComparedOnce() {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.POSTGRESQL, "")) {
            teams.state().run("DROP TABLE copy_target", "DELETE FROM flyway_schema_history WHERE version = '5'");
            teams.job().target().run("DELETE FROM player WHERE nick = 'bob'");

            teams.cli().succeedAll("init", "incremental");

            assertEquals(teams.wanted(), teams.content());
            assertEquals("", teams.cli().succeed("incremental").err());
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void rowsThatOthersWriteToATableThatInitMadeStay(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "keys: assign")) {
            teams.job().target().run("DROP TABLE place");
            teams.cli().succeed("init");
            teams.job().target().run("INSERT INTO place (name) VALUES ('theirs'), ('others')");

            teams.cli().succeed("incremental");

            assertEquals(
                    List.of("hall", "others", "red", "theirs"),
                    teams.job().target().texts("SELECT name FROM place ORDER BY 1"));
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void rowsOfAnotherTableThatTheConfigurationNamesAreTakenOver(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "keys: assign")) {
            teams.job().target().run(
                    kind == CopyTargetKind.MYSQL
                            ? "CREATE TABLE spot (id INTEGER AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE)"
                            : "CREATE TABLE spot (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,"
                                    + " name varchar(20) NOT NULL UNIQUE)",
                    "INSERT INTO spot (name) VALUES ('theirs'), ('others'), ('hall')");
            teams.source().run("DELETE FROM Place WHERE Name = 'red'", "INSERT INTO Place VALUES (3, 'new')");
            TidemarkCli elsewhere = teams.cli().with("TIDEMARK_CONFIG", withSpot(teams));

            elsewhere.succeed("incremental");

            assertEquals(
                    List.of("hall", "new", "others", "theirs"),
                    teams.job().target().texts("SELECT name FROM spot ORDER BY 1"));
            assertEquals("", elsewhere.succeed("incremental").err());
        }
    }

    private String withSpot(Teams teams) {
        try {
            String yaml = Files.readString(folder.resolve("teams.yml"));
            return Files.writeString(folder.resolve("spot.yml"), yaml + "\ntables: {Place: {target: spot}}\n").toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aKeyOfMoreColumnsTakesRowsOver(CopyTargetKind kind) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run("CREATE TABLE p (a INTEGER NOT NULL PRIMARY KEY, b INTEGER NOT NULL, v INTEGER)",
                "INSERT INTO p VALUES (1, 1, 1), (2, 1, 2)");
        try (CopyJob job = CopyJob.in(folder, "keys", source, kind, "")) {
            job.cli().succeedAll("init", "full-load");
            source.run("CREATE TABLE q (a INTEGER NOT NULL, b INTEGER NOT NULL, v INTEGER, PRIMARY KEY (a, b))",
                    "INSERT INTO q SELECT * FROM p", "DROP TABLE p", "ALTER TABLE q RENAME TO p",
                    "UPDATE p SET v = 7 WHERE a = 1", "INSERT INTO p VALUES (1, 2, 3)");
            job.target().run(kind == CopyTargetKind.MYSQL
                    ? "ALTER TABLE p DROP PRIMARY KEY, ADD PRIMARY KEY (a, b)"
                    : "ALTER TABLE p DROP CONSTRAINT p_pkey, ADD PRIMARY KEY (a, b)");

            String complaint = job.cli().run("validate").exitingWith(4).complaint();
            assertTrue(complaint.contains("The rows of p are known by another key than a, b"), complaint);
            job.cli().succeed("incremental");

            assertEquals(List.of("1|1|7", "1|2|3", "2|1|2"), job.target().texts("SELECT a, b, v FROM p ORDER BY a, b"));
            job.cli().succeed("validate");
        }
    }

    @Test
    void childrenOutsideARunThatRemovesTheirParentsAreComparedByTheNext() {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.POSTGRESQL, "bad-rows: reject")) {
            String key = teams.job().target().texts("SELECT conname FROM pg_constraint WHERE contype = 'f'"
                    + " AND conrelid = 'player'::regclass").getFirst();
            teams.job().target().run("ALTER TABLE player DROP CONSTRAINT " + key);
            teams.source().run("DELETE FROM Team WHERE Id = 3");
            teams.cli().succeed("incremental", "--tables", "Team");

            teams.cli().run("incremental").exitingWith(7);

            assertEquals(List.of("ann", "bob"), teams.job().target().texts("SELECT nick FROM player ORDER BY 1"));
            teams.cli().succeed("validate");
        }
    }

    @Test
    void aDatabaseThatWasMadeAgainIsCompared() {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.POSTGRESQL, "")) {
            teams.state().run("UPDATE copy_target SET server = 'another'");
            teams.job().target().run("DELETE FROM player");

            String told = teams.cli().succeed("incremental").err();

            assertTrue(told.contains(" was on another and is on system "), told);
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @Test
    void onlyACopyCanMove() {
        TidemarkCli star = TidemarkCli.in(Map.of(
                "TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:1/sakila", "TIDEMARK_WAREHOUSE", folder + "/wh.db"));
        String told = star.run("init", "--moved").exitingWith(2).err();
        assertTrue(told.contains("--moved is for copies; a warehouse is a file, and may move"), told);
        assertTrue(Files.notExists(folder.resolve("wh.db")));
    }

    // The job's own state, with another target.
    private static TidemarkCli elsewhere(Teams teams, TargetDatabase target) {
        return teams.cli()
                .with("TIDEMARK_TARGET_URL", target.url())
                .with("TIDEMARK_TARGET_USERNAME", target.username())
                .with("TIDEMARK_TARGET_PASSWORD", target.password());
    }
}
