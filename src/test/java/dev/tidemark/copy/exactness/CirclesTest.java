package dev.tidemark.copy.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that refer to each other, with rows that refer to themselves and to each other. */
class CirclesTest {
    private static final List<String> CONTENT = List.of(
            "SELECT d.name, h.name FROM dept d LEFT JOIN emp h ON h.id = d.head_id ORDER BY 1, 2",
            "SELECT e.name, d.name, b.name FROM emp e LEFT JOIN dept d ON d.id = e.dept_id LEFT JOIN emp b"
                    + " ON b.id = e.boss_id ORDER BY 1");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, keep, run", "POSTGRESQL, assign, run", "POSTGRESQL, assign, table",
        "MYSQL, keep, run", "MYSQL, assign, run", "MYSQL, keep, table"
    })
    void theyAreFilledFollowedAndEmptied(CopyTargetKind kind, String keys, String commit) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        // In this order of names the first table needs the second.
        source.run(
                "CREATE TABLE dept (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE,"
                        + " head_id INTEGER REFERENCES emp (id))",
                "CREATE TABLE emp (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE,"
                        + " dept_id INTEGER NOT NULL REFERENCES dept (id), boss_id INTEGER REFERENCES emp (id))",
                "INSERT INTO dept VALUES (11, 'sales', 21), (12, 'it', 22), (13, 'hr', NULL)",
                "INSERT INTO emp VALUES (21, 'ann', 11, 21), (22, 'bob', 12, 21), (23, 'cid', 11, 22), (24, 'dee', 13, 24)");
        try (CopyJob job = CopyJob.in(folder, "circles", source, kind, """
                keys: %s
                commit: %s
                max-deletes: 100%%
                """.formatted(keys, commit))) {
            job.cli().succeedAll("init", "full-load");
            requireEqual(job);

            source.run(
                    "INSERT INTO dept VALUES (14, 'ops', 25)",
                    "INSERT INTO emp VALUES (25, 'eve', 14, 26), (26, 'fay', 14, 25)",
                    "UPDATE dept SET head_id = 23 WHERE id = 13");
            requireFollowed(job);

            source.run("DELETE FROM emp WHERE id IN (24, 25, 26)", "DELETE FROM dept WHERE id IN (13, 14)");
            requireFollowed(job);

            source.run("DELETE FROM dept", "DELETE FROM emp");
            requireFollowed(job);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aReferenceThatNamesARowWaits(CopyTargetKind kind) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run(
                "CREATE TABLE dept (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, head_id INTEGER REFERENCES emp (id),"
                        + " UNIQUE (name, head_id))",
                "CREATE TABLE emp (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE,"
                        + " dept_id INTEGER REFERENCES dept (id), boss_id INTEGER REFERENCES emp (id))",
                "INSERT INTO dept VALUES (1, 'a', 11), (2, 'a', 12), (3, 'b', 11)",
                "INSERT INTO emp VALUES (11, 'b', NULL, NULL), (12, 'c', 2, 12)");
        try (CopyJob job = CopyJob.in(
                folder, "circles", source, kind, "keys: assign\ntables: {dept: {natural-key: [name, head_id]}}")) {
            job.cli().succeedAll("init", "full-load", "validate");
            requireEqual(job);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aReferenceThatIsDeclaredLaterIsFollowed(CopyTargetKind kind) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run(
                "CREATE TABLE dept (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE, head_id INTEGER)",
                "CREATE TABLE emp (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE, dept_id INTEGER, boss_id INTEGER)",
                "INSERT INTO dept VALUES (2, 'a', NULL), (3, 'b', NULL)",
                "INSERT INTO emp VALUES (21, 'ann', 2, NULL), (22, 'bob', 3, NULL)");
        try (CopyJob job = CopyJob.in(folder, "circles", source, kind, "keys: assign")) {
            job.cli().succeedAll("init", "full-load");
            source.run(
                    "ALTER TABLE emp RENAME TO old",
                    "CREATE TABLE emp (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE,"
                            + " dept_id INTEGER REFERENCES dept (id), boss_id INTEGER)",
                    "INSERT INTO emp SELECT * FROM old",
                    "DROP TABLE old");
            requireFollowed(job);
        }
    }

    private static void requireFollowed(CopyJob job) {
        job.cli().succeedAll("incremental", "validate");
        requireEqual(job);
    }

    private static void requireEqual(CopyJob job) {
        CONTENT.forEach(query -> assertEquals(job.source().texts(query), job.target().texts(query)));
    }
}
