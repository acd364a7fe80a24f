package dev.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The privileges that the guide to copies grants are enough, and without them init says what is missing. */
class CopyPrivilegesTest {
    private static final List<String> GRANTS = Guide.read("src/docs/copies.md").blocks("sql");
    private static final String USER = "tidemark";
    private static final String PASSWORD = "a guide's word";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void areEnoughToCreateTablesAndForTablesThatAreThere(CopyTargetKind kind) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run("CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
                "CREATE TABLE player (id INTEGER PRIMARY KEY, team_id INTEGER REFERENCES team, name VARCHAR(20) UNIQUE)",
                "INSERT INTO team VALUES (1, 'red'), (2, 'blue')",
                "INSERT INTO player VALUES (1, 1, 'ann'), (2, 2, 'bob')");
        try (CopyJob own = CopyJob.in(folder, "own", source, kind, "");
                CopyJob others = CopyJob.in(folder, "others", source, kind, "")) {
            try {
                grant(own, kind, 0);
                assertEquals(4, as(own).run("init").exitCode());
                grant(own, kind, 1);
                play(as(own), own);
                others.cli().succeed("init");
                assertEquals(4, as(others).run("init").exitCode());
                grantAgain(others, kind);
                play(as(others), others);
            } finally {
                dropUser(kind, own, others);
            }
        }
    }

    private static void play(TidemarkCli cli, CopyJob job) {
        cli.succeedAll("init", "full-load");
        job.source().run("INSERT OR REPLACE INTO team VALUES (1, 'green'), (3, 'pink')", "DELETE FROM player WHERE id = 1");
        cli.succeed("incremental");
        assertEquals("[1|green, 2|blue, 3|pink]", job.target().texts("SELECT id, name FROM team ORDER BY id").toString());
        assertEquals("[2|2|bob]", job.target().texts("SELECT id, team_id, name FROM player ORDER BY id").toString());
        job.source().run("INSERT OR REPLACE INTO player VALUES (1, 1, 'ann')", "DELETE FROM team WHERE id = 3",
                "UPDATE team SET name = 'red' WHERE id = 1");
    }

    private static TidemarkCli as(CopyJob job) {
        return job.cli().with("TIDEMARK_TARGET_USERNAME", USER).with("TIDEMARK_TARGET_PASSWORD", PASSWORD);
    }

    private static void grant(CopyJob job, CopyTargetKind kind, int block) {
        for (String statement : statements(job, kind, block)) {
            job.target().run(statement);
        }
    }

    // The user is there.
    private static void grantAgain(CopyJob job, CopyTargetKind kind) {
        statements(job, kind, 0).stream()
                .filter(statement -> !statement.matches("CREATE (ROLE|USER) .*"))
                .forEach(job.target()::run);
    }

    private static List<String> statements(CopyJob job, CopyTargetKind kind, int block) {
        String database = job.target().url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        return GRANTS.get((kind == CopyTargetKind.POSTGRESQL ? 0 : 2) + block)
                .replace("'...'", "'" + PASSWORD.replace("'", "''") + "'")
                .replace("git_history.", database + ".")
                .lines()
                .map(line -> line.replaceFirst(";$", ""))
                .toList();
    }

    private static void dropUser(CopyTargetKind kind, CopyJob... jobs) {
        if (kind == CopyTargetKind.MYSQL) {
            jobs[0].target().run("DROP USER " + USER);
            return;
        }
        for (CopyJob job : jobs) {
            job.target().run("DROP OWNED BY " + USER + " CASCADE");
        }
        jobs[0].target().run("DROP ROLE " + USER);
    }
}
