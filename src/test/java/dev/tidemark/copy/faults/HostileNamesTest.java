package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and values that would break statements which are put together without care. */
class HostileNamesTest {
    private static final String TABLE = "x\"; DROP TABLE y; --";
    private static final String BACKTICK = "t`; DROP TABLE y; -- '";
    private static final String[] SCHEMA = {
        "CREATE TABLE y (id INTEGER PRIMARY KEY, name TEXT)",
        "CREATE TABLE %s (\"#{a}\" INTEGER PRIMARY KEY, \"${b}\" VARCHAR(40) NOT NULL UNIQUE, \"?\" INTEGER,"
                + " \"`\" TEXT, \"it's\" TEXT)",
        "CREATE TABLE %s (\"#{a}\" INTEGER PRIMARY KEY, \"\"\"\" VARCHAR(40) UNIQUE,"
                + " \"%%s\" INTEGER REFERENCES %s (\"#{a}\"))",
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, keep, run", "MYSQL, keep, table", "POSTGRESQL, assign, table", "MYSQL, assign, run"})
    void areJustNames(CopyTargetKind kind, String keys, String commit) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        String parent = quoted(TABLE);
        String child = quoted(BACKTICK);
        source.run(
                SCHEMA[0],
                SCHEMA[1].formatted(parent),
                SCHEMA[2].formatted(child, parent),
                "INSERT INTO y VALUES (1, 'still here')",
                "INSERT INTO " + parent + " VALUES (1, '#{a}', 1, '${b}', '?'), (2, '''; DROP TABLE y; --', 2, '`', '\"')",
                "INSERT INTO " + child + " VALUES (1, '\\', 1), (2, '\\''', 2)");
        String settings = "names: same\nkeys: " + keys + "\ncommit: " + commit
                + "\ntables: {y: {natural-key: name, columns: {name: {type: varchar(20)}}}}";
        try (CopyJob job = CopyJob.in(folder, "job", source, kind, settings)) {
            job.cli().succeedAll("init", "full-load", "validate");
            source.run(
                    "UPDATE " + parent + " SET \"`\" = NULL, \"${b}\" = '$1 %s ` \" \\' WHERE \"#{a}\" = 1",
                    "DELETE FROM " + child + " WHERE \"#{a}\" = 2",
                    "DELETE FROM " + parent + " WHERE \"#{a}\" = 2",
                    "INSERT INTO " + parent + " VALUES (3, 'three', 3, '', '')",
                    "INSERT INTO " + child + " VALUES (3, 'three', 3)");
            job.cli().succeedAll("check", "incremental", "validate", "status", "keys");
            String told = job.cli().run("full-load", "--tables", TABLE).exitingWith(0).out();
            assertTrue(told.contains(TABLE) || !told.isEmpty(), told);
            String quote = kind == CopyTargetKind.POSTGRESQL ? "\"" : "`";
            assertEquals(
                    source.texts("SELECT p.\"${b}\", p.\"?\", p.\"`\", p.\"it's\", c.\"\"\"\" FROM " + parent
                            + " p JOIN " + child + " c ON c.\"%s\" = p.\"#{a}\" ORDER BY 1"),
                    job.target().texts(("SELECT p.~${b}~, p.~?~, p.~" + (quote.equals("`") ? "``" : "`")
                            + "~, p.~it's~, c.~" + (quote.equals("`") ? "\"" : "\"\"") + "~ FROM "
                            + quoted(TABLE, quote) + " p JOIN " + quoted(BACKTICK, quote)
                            + " c ON c.~%s~ = p.~#{a}~ ORDER BY 1").replace("~", quote)));
            assertEquals("[still here]", job.target().texts("SELECT name FROM y").toString());
        }
    }

    private static String quoted(String name) {
        return quoted(name, "\"");
    }

    private static String quoted(String name, String quote) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
