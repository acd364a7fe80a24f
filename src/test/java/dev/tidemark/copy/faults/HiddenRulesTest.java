package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of a PostgreSQL target that no examination of staged rows knows: only the server can refuse a row by them. */
class HiddenRulesTest {
    private static final String TRIGGER = """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.name = 'RED' THEN RAISE EXCEPTION 'no % here', NEW.name; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON team FOR EACH ROW EXECUTE FUNCTION refuse()""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"keep, run, index", "assign, run, index", "assign, table, index", "keep, run, trigger", "assign, table, trigger"})
    void onlyTheRowsThatItRefusesAreLeftOut(String keys, String commit, String rule) {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.POSTGRESQL, """
                keys: %s
                commit: %s
                bad-rows: reject
                """.formatted(keys, commit))) {
            teams.job().target().run(rule.equals("index") ? "CREATE UNIQUE INDEX hidden ON team (lower(name))" : TRIGGER);
            teams.change();
            teams.source().run(
                    "UPDATE Team SET Name = 'red' WHERE Id = 1",
                    "INSERT INTO Team VALUES (5, 'RED'), (6, 'grey')",
                    "INSERT INTO Player VALUES (5, 'eve', 5), (6, 'fay', 6)");

            teams.cli().run("incremental").exitingWith(7);

            String rejected = teams.cli().succeed("status", "--rejected").out().replaceAll("\\s+", " ");
            assertTrue(rejected.contains(rule.equals("index")
                    ? "unique constraint \"hidden\": Key (lower(name::text))=(red) already exists"
                    : "no RED here"), rejected);
            assertTrue(rejected.contains("Player 5 "), rejected);
            assertEquals(
                    List.of("blue|null", "grey|fay", "red|ann", "yellow|bob", "yellow|dee"),
                    teams.job().target().texts(
                            "SELECT t.name, p.nick FROM team t LEFT JOIN player p ON p.team_id = t.id ORDER BY 1, 2"));
            teams.cli().succeed("validate");

            teams.source().run("UPDATE Team SET Name = 'black' WHERE Id = 5");
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "table"})
    void aRunThatStopsAtBadRowsNamesTheRow(String commit) {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.POSTGRESQL, "commit: " + commit)) {
            teams.job().target().run("CREATE UNIQUE INDEX hidden ON team (lower(name))");
            List<String> before = teams.content();
            teams.source().run("INSERT INTO Team VALUES (4, 'yellow'), (5, 'RED')");

            TidemarkCli.Result result = teams.cli().run("incremental", "--format", "json").exitingWith(7);

            String told = result.out() + result.err();
            assertTrue(told.contains("A row cannot be carried over: Team 5: duplicate key value"), told);
            assertEquals(before, teams.content());
        }
    }

    // Each row that is refused counts as one; the others are written though there are many.
    @ParameterizedTest
    @ValueSource(strings = {"keep", "assign"})
    void aFirstLoadOfManyRowsFindsThemToo(String keys) {
        try (Teams teams = Teams.empty(folder, CopyTargetKind.POSTGRESQL, """
                keys: %s
                bad-rows: reject
                """.formatted(keys))) {
            teams.source().run("WITH RECURSIVE n (i) AS (VALUES (10) UNION ALL SELECT i + 1 FROM n WHERE i < 15000)"
                    + " INSERT INTO Team SELECT i, iif(i % 5000 = 0, 'BLUE' || i, 'team ' || i) FROM n");
            teams.source().run("INSERT INTO Player VALUES (7, 'gus', 5000)");
            teams.cli().succeed("init");
            teams.job().target().run("CREATE UNIQUE INDEX hidden ON team (left(lower(name), 4)) WHERE name LIKE 'BLUE%'");

            teams.cli().run("full-load").exitingWith(7);

            assertEquals(
                    List.of("14992"), teams.job().target().texts("SELECT count(*) FROM team"), keys);
            teams.cli().succeed("validate");
        }
    }
}
