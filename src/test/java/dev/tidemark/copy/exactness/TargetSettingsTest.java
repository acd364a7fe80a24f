package dev.tidemark.copy.exactness;

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
import org.junit.jupiter.params.provider.EnumSource;

/** Settings of a target's URL, user and columns that must not change what is written or compared. */
class TargetSettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "MYSQL, connectionCollation=latin1_swedish_ci", "MYSQL, characterEncoding=latin1",
        "POSTGRESQL, autosave=always", "POSTGRESQL, options=-c%20extra_float_digits=-10",
        "POSTGRESQL, options=-c%20quote_all_identifiers=on"
    })
    void parametersOfTheUrlChangeNoValue(CopyTargetKind kind, String parameter) {
        SqliteFile source = source("CREATE TABLE p (id INTEGER PRIMARY KEY, f REAL, t TEXT)",
                "INSERT INTO p VALUES (1, 0.12345678901234567, 'a😀')");
        try (CopyJob job = CopyJob.in(folder, "job", source, kind, "")) {
            String url = job.target().url();
            TidemarkCli cli = job.cli().with("TIDEMARK_TARGET_URL", url + (url.contains("?") ? "&" : "?") + parameter);
            cli.succeedAll("init", "full-load", "validate");
            source.run("UPDATE p SET t = 'b😀', f = f / 3");
            cli.succeedAll("incremental", "full-load", "validate");
            assertEquals(List.of("b😀"), job.target().texts("SELECT t FROM p"));
        }
    }

    // For the server both are one key.
    @Test
    void aKeyMayChangeItsCaseWhereTheTargetDoesNotTellCasesApart() {
        SqliteFile source = source("CREATE TABLE p (name TEXT PRIMARY KEY, v INTEGER)",
                "INSERT INTO p VALUES ('ann', 1), ('bob', 2)");
        try (CopyJob job = CopyJob.in(folder, "job", source, CopyTargetKind.POSTGRESQL, "")) {
            job.target().run("CREATE EXTENSION IF NOT EXISTS citext", "CREATE TABLE p (name citext PRIMARY KEY, v bigint)");
            job.cli().succeedAll("init", "full-load");
            source.run("UPDATE p SET name = 'Ann' WHERE name = 'ann'");

            job.cli().succeed("incremental");

            assertEquals(List.of("Ann|1", "bob|2"), job.target().texts("SELECT name, v FROM p ORDER BY name"));
            job.cli().succeed("validate");
        }
    }

    @Test
    void aValueThatIsNoNumberDiffers() {
        SqliteFile source = source("CREATE TABLE p (id INTEGER PRIMARY KEY, v NUMERIC)", "INSERT INTO p VALUES (1, 1.5), (2, 2)");
        try (CopyJob job = CopyJob.in(folder, "job", source, CopyTargetKind.POSTGRESQL, "")) {
            job.target().run("CREATE TABLE p (id bigint PRIMARY KEY, v numeric)");
            job.cli().succeedAll("init", "full-load", "validate");
            job.target().run("UPDATE p SET v = 'NaN' WHERE id = 1");

            String text = job.cli().run("validate").exitingWith(1).out();

            assertTrue(text.contains("v is \"NaN\", should be \"1.5\""), text);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aRowKeepsAValueThatAnotherOneWants(CopyTargetKind kind) {
        SqliteFile source = source("CREATE TABLE p (id INTEGER PRIMARY KEY, email VARCHAR(20))",
                "INSERT INTO p VALUES (1, 'a@x'), (2, 'b@x')");
        try (CopyJob job = CopyJob.in(folder, "job", source, kind, "bad-rows: reject")) {
            job.cli().succeed("init");
            job.target().run("CREATE UNIQUE INDEX emails ON p (email)");
            job.cli().succeed("full-load");
            source.run("INSERT INTO p VALUES (3, 'a@x'), (4, 'c@x')");
            for (String command : List.of("incremental", "full-load")) {
                job.cli().run(command).exitingWith(7);
                assertEquals(
                        List.of("1|a@x", "2|b@x", "4|c@x"), job.target().texts("SELECT id, email FROM p ORDER BY id"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, keep", "MYSQL, assign", "POSTGRESQL, keep", "POSTGRESQL, assign"})
    void aRowThatBecomesBadGivesItsValueToAnother(CopyTargetKind kind, String keys) {
        SqliteFile source = source(
                "CREATE TABLE p (id INTEGER PRIMARY KEY, nick VARCHAR(20) NOT NULL UNIQUE, fee INTEGER)",
                "INSERT INTO p VALUES (1, 'ann', 1), (2, 'bob', 2), (3, 'cid', 3)");
        try (CopyJob job = CopyJob.in(folder, "job", source, kind, "bad-rows: reject\nkeys: " + keys)) {
            job.cli().succeedAll("init", "full-load");
            source.run("UPDATE p SET nick = 'away' WHERE id = 1", "UPDATE p SET nick = 'ann' WHERE id = 2",
                    "UPDATE p SET nick = 'bob', fee = 'much' WHERE id = 1");

            job.cli().run("incremental").exitingWith(7);

            assertEquals(List.of("ann|2", "cid|3"), job.target().texts("SELECT nick, fee FROM p ORDER BY nick"));
            job.cli().succeed("validate");
        }
    }

    @Test
    void numbersThatGoDownOrEndAreLeftAlone() {
        SqliteFile source = source("CREATE TABLE p (id INTEGER PRIMARY KEY)", "INSERT INTO p VALUES (1), (7)",
                "CREATE TABLE q (id INTEGER PRIMARY KEY)", "INSERT INTO q VALUES (5), (3000000000)");
        try (CopyJob job = CopyJob.in(folder, "job", source, CopyTargetKind.POSTGRESQL, "")) {
            job.target().run(
                    "CREATE TABLE p (id bigint GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY -1) PRIMARY KEY)",
                    "CREATE TABLE q (id serial PRIMARY KEY)", "ALTER TABLE q ALTER id TYPE bigint");
            job.cli().succeedAll("init", "full-load", "validate");
            job.target().run("INSERT INTO p DEFAULT VALUES", "INSERT INTO q DEFAULT VALUES");
            assertEquals(List.of("-1", "1", "7"), job.target().texts("SELECT id FROM p ORDER BY id"));
            assertEquals(List.of("5", "6", "3000000000"), job.target().texts("SELECT id FROM q ORDER BY id"));
        }
    }

    private SqliteFile source(String... statements) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run(statements);
        return source;
    }
}
