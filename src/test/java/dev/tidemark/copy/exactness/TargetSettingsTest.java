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

    private SqliteFile source(String... statements) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run(statements);
        return source;
    }
}
