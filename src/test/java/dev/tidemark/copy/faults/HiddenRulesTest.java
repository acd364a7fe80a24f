package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @ValueSource(strings = {
        "ALTER TABLE team ADD CHECK (CASE WHEN name = 'RED' THEN name::int > 0 ELSE true END)",
        "CREATE INDEX hidden ON team ((CASE WHEN name = 'RED' THEN name::int END))",
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.name = 'RED' THEN"
                + " RAISE EXCEPTION 'not this' USING ERRCODE = '22023'; END IF; RETURN NEW; END $$;"
                + " CREATE TRIGGER refuse BEFORE INSERT ON team FOR EACH ROW EXECUTE FUNCTION refuse()"
    })
    void aValueThatOnlyTheServerKnowsToBeNoneIsABadRow(String rule) {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.POSTGRESQL, "bad-rows: reject")) {
            teams.job().target().run(rule);
            teams.source().run("INSERT INTO Team VALUES (5, 'RED'), (6, 'grey')");

            teams.cli().run("incremental").exitingWith(7);

            assertEquals(
                    List.of("blue", "green", "grey", "red"),
                    teams.job().target().texts("SELECT name FROM team ORDER BY 1"));
        }
    }

    @Test
    void aTextThatIsTooLongForAnIndexIsABadRow() {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run("CREATE TABLE Page (Id INTEGER PRIMARY KEY, Url TEXT)", "CREATE INDEX by_url ON Page (Url)",
                "INSERT INTO Page VALUES (1, 'short'), (2, hex(randomblob(5000)))");
        try (CopyJob job = CopyJob.in(folder, "pages", source, CopyTargetKind.POSTGRESQL, "bad-rows: reject")) {
            job.cli().succeed("init");
            job.cli().run("full-load").exitingWith(7);
            assertEquals(List.of("1|short"), job.target().texts("SELECT id, url FROM page"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE UNIQUE INDEX places ON lines (order_id, line_no)
            CREATE UNIQUE INDEX places ON lines (line_no, order_id)
            ALTER TABLE lines ALTER line_no DROP NOT NULL; CREATE UNIQUE INDEX places ON lines (order_id, line_no)
            """)
    void valuesOfAKeyThatRowsExchangeAreMovedWhereTheServerAllowsIt(String key) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run("CREATE TABLE orders (id INTEGER PRIMARY KEY)", "INSERT INTO orders VALUES (1), (2)",
                "CREATE TABLE lines (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders, line_no INTEGER"
                        + " NOT NULL)",
                "INSERT INTO lines VALUES (1, 1, 1), (2, 1, 2), (3, 2, 1)");
        try (CopyJob job = CopyJob.in(folder, "orders", source, CopyTargetKind.POSTGRESQL, "")) {
            job.cli().succeed("init");
            job.target().run(key.split("; "));
            job.cli().succeed("full-load");
            source.run("UPDATE lines SET line_no = 3 - line_no WHERE order_id = 1");

            job.cli().succeed("incremental");

            assertEquals(
                    List.of("1|1|2", "2|1|1", "3|2|1"),
                    job.target().texts("SELECT id, order_id, line_no FROM lines ORDER BY id"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW.name := lower(NEW.name); RETURN NEW", "RETURN NULL"})
    void aTriggerThatChangesANaturalKeyOrDropsTheRowIsNamed(String body) {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.POSTGRESQL, "keys: assign")) {
            teams.job().target().run("CREATE FUNCTION alter() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body
                    + "; END $$; CREATE TRIGGER alter BEFORE INSERT ON team FOR EACH ROW EXECUTE FUNCTION alter()");
            List<String> before = teams.content();
            teams.source().run("INSERT INTO Team VALUES (5, 'GREY')");

            String complaint = teams.cli().run("incremental").exitingWith(4).complaint();

            assertTrue(complaint.contains("The target's team does not find a row again that it was given, by name"), complaint);
            assertEquals(before, teams.content());
        }
    }
}
