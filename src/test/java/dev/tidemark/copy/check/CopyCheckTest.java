package dev.tidemark.copy.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.FolderContent;
import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the doctor says of the ends and the state of a copy, well or ill. */
class CopyCheckTest {
    @TempDir
    private Path folder;

    private SqliteFile source;
    private CopyJob job;
    private TidemarkCli tidemark;

    @BeforeEach
    void prepare() throws IOException {
        source = new SqliteFile(folder.resolve("source.db"));
        source.run(
                "CREATE TABLE Author (Id INTEGER PRIMARY KEY, Email VARCHAR(40) NOT NULL UNIQUE)",
                "CREATE TABLE Change (Id INTEGER PRIMARY KEY, AuthorId INTEGER REFERENCES Author (Id))",
                "INSERT INTO Author VALUES (1, 'ann@example.com'), (2, 'bob@example.com')",
                "INSERT INTO Change VALUES (1, 1)");
        job = CopyJob.in(folder, "job", source, CopyTargetKind.MYSQL, "bad-rows: reject\n");
        Files.setPosixFilePermissions(job.configuration(), PosixFilePermissions.fromString("rw-------"));
        tidemark = job.cli();
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    void aHealthyCopyHasNoProblemAndIsLeftAlone() throws IOException {
        source.run("PRAGMA journal_mode = WAL");
        tidemark.succeedAll("init", "full-load");
        JsonNode json = check(0);
        assertTrue(json.path("healthy").asBoolean());
        assertEquals(List.of(), ill(json, "WARNING"));
        assertTrue(text(json, "source", "file").contains(" can be read, SQLite 3."), json::toString);
        assertEquals("2 tables to carry over, with 3 rows", text(json, "source", "tables"));
        assertEquals("OK", finding(json, "source", "journal mode").path("level").asString());
        assertEquals("all 2 are there", text(json, "target", "tables"));
        assertEquals("OK", finding(json, "target", "privileges").path("level").asString());
        assertEquals("rw-------", text(json, "state", "permissions"));
        assertEquals("no row was left out", text(json, "state", "rejected rows"));
        FolderContent before = FolderContent.of(folder);
        String out = tidemark.succeed("check").out();
        assertTrue(out.endsWith("All is well.\n"), out);
        assertEquals(before, FolderContent.of(folder));
    }

    @Test
    void beforeInitTheStateAndTheTablesAreMissing() {
        JsonNode json = check(4);
        assertEquals("PROBLEM", finding(json, "state", "file").path("level").asString());
        assertTrue(text(json, "state", "file").startsWith("There is no state file at "), json::toString);
        assertEquals("tables are missing: author, change", text(json, "target", "tables"));
        assertEquals("init, which creates them", finding(json, "target", "tables").path("hint").asString());
        tidemark.succeed("init");
        assertEquals("it was never filled", text(check(0), "state", "loads"));
    }

    @Test
    void tablesThatNobodyCreatesAreAProblem() throws IOException {
        Files.writeString(job.configuration(), "create: never\n", StandardOpenOption.APPEND);
        JsonNode json = check(4);
        assertTrue(text(json, "target", "tables").endsWith(" has no table author"), json::toString);
    }

    @Test
    void aSourceThatWritersWaitForIsANote() {
        JsonNode journal = finding(check(4), "source", "journal mode");
        assertEquals("NOTE", journal.path("level").asString());
        assertTrue(journal.path("text").asString()
                .startsWith("not WAL: a program that writes waits while a run copies the file, which takes "));
    }

    @Test
    void aSourceThatIsMissingDoesNotHideTheOthers() throws IOException {
        tidemark.succeedAll("init", "full-load");
        Files.delete(source.path());
        JsonNode json = check(3);
        assertTrue(text(json, "source", "file").startsWith("There is no source "), json::toString);
        assertEquals("OK", finding(json, "target", "connection").path("level").asString());
        assertEquals("OK", finding(json, "state", "integrity").path("level").asString());
        assertEquals(List.of("file"), ill(json, "PROBLEM"));
    }

    @Test
    void aTargetThatCannotBeReachedDoesNotHideTheOthers() {
        tidemark.succeedAll("init", "full-load");
        JsonNode json = Json.parse(tidemark.with("TIDEMARK_TARGET_URL", "jdbc:mysql://127.0.0.1:1/nowhere")
                .run("check", "--format=json")
                .exitingWith(4)
                .out());
        assertEquals("PROBLEM", finding(json, "target", "connection").path("level").asString());
        assertEquals("OK", finding(json, "source", "tables").path("level").asString());
        assertEquals("OK", finding(json, "state", "integrity").path("level").asString());
    }

    @Test
    void rowsThatReferToMissingOnesAreNamed() {
        source.run("INSERT INTO Change VALUES (2, 77)");
        JsonNode integrity = finding(check(4), "source", "integrity");
        assertEquals("WARNING", integrity.path("level").asString());
        assertEquals("SQLite finds faults; the first 20 at most are below", integrity.path("text").asString());
        assertEquals(
                "The row with rowid 2 of Change refers to a row of Author that is missing",
                integrity.path("details").get(0).asString());
    }

    @Test
    void everyTableWithoutAKeyIsNamed() {
        source.run("CREATE TABLE Note (Words TEXT)", "CREATE TABLE Memo (Words TEXT)");
        JsonNode json = check(2);
        assertEquals(
                "tables without a key, whose rows cannot be told apart: Memo, Note", text(json, "source", "keys"));
        assertEquals("PROBLEM", finding(json, "target", "columns").path("level").asString());
    }

    @Test
    void aColumnThatDoesNotFitIsAProblem() {
        job.target().run("CREATE TABLE author (id INT PRIMARY KEY)");
        JsonNode json = check(4);
        assertEquals("WAREHOUSE", json.path("firstProblem").asString());
        assertTrue(text(json, "target", "columns").contains("email"), json::toString);
    }

    @Test
    void privilegesThatAreMissingAreNamed() {
        tidemark.succeedAll("init", "full-load");
        String user = "reader_" + Long.toString(System.nanoTime(), 36);
        job.target().run(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "GRANT SELECT ON *.* TO " + user);
        try {
            TidemarkCli other = tidemark.with("TIDEMARK_TARGET_USERNAME", user)
                    .with("TIDEMARK_TARGET_PASSWORD", "secret");
            JsonNode json = Json.parse(other.run("check", "--format=json").exitingWith(4).out());
            assertTrue(
                    text(json, "target", "privileges").startsWith("The user of the target "), json::toString);
            assertTrue(text(json, "target", "privileges").contains("INSERT"), json::toString);
        } finally {
            job.target().run("DROP USER " + user);
        }
    }

    @Test
    void aStateThatOthersCanOpenIsAWarning() throws IOException {
        tidemark.succeedAll("init", "full-load");
        Files.setPosixFilePermissions(job.state(), PosixFilePermissions.fromString("rw-r-----"));
        JsonNode permissions = finding(check(0), "state", "permissions");
        assertEquals("WARNING", permissions.path("level").asString());
        assertEquals("rw-r-----: not its owner alone can open it", permissions.path("text").asString());
        assertEquals("chmod 600 " + job.state(), permissions.path("hint").asString());
    }

    @Test
    void rowsThatWereLeftOutAreAWarning() {
        source.run("INSERT INTO Change VALUES (2, 77)");
        tidemark.succeed("init");
        tidemark.run("full-load").exitingWith(7);
        JsonNode rows = finding(check(0), "state", "rejected rows");
        assertEquals("WARNING 1 rows were left out", rows.path("level").asString() + " " + rows.path("text").asString());
    }

    private JsonNode check(int exitCode) {
        return tidemark.json(exitCode, "check");
    }

    private static JsonNode finding(JsonNode json, String area, String name) {
        return Json.elements(json.path("findings"))
                .filter(each -> each.path("area").asString().equals(area) && each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No finding " + area + " " + name + " in " + json));
    }

    private static String text(JsonNode json, String area, String name) {
        return finding(json, area, name).path("text").asString();
    }

    private static List<String> ill(JsonNode json, String level) {
        return Json.elements(json.path("findings"))
                .filter(each -> each.path("level").asString().equals(level))
                .map(each -> each.path("name").asString())
                .toList();
    }
}
