package dev.tidemark.copy.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Which row of the target each row of the source became. */
class CopyKeysTest {
    @TempDir
    private Path folder;

    private SqliteFile source;
    private CopyJob job;
    private TidemarkCli tidemark;

    @BeforeEach
    void prepare() {
        source = new SqliteFile(folder.resolve("source.db"));
        source.run(
                "CREATE TABLE Repository (Id INTEGER PRIMARY KEY, Name VARCHAR(40) NOT NULL UNIQUE)",
                "INSERT INTO Repository VALUES (1, 'one'), (2, 'two')");
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    void asJsonTheIdsThatTheTargetGave() throws IOException {
        assigning();
        String id = job.target().texts("SELECT id FROM repository WHERE name = 'two'").getFirst();
        JsonNode keys = tidemark.json(0, "keys");
        assertEquals(List.of("Repository"), Json.names(keys));
        assertEquals(List.of("1", "2"), Json.names(keys.path("Repository")));
        assertTrue(keys.path("Repository").path("2").isIntegralNumber());
        assertEquals(id, keys.path("Repository").path("2").asString());
        assertTrue(Integer.parseInt(id) > 100, id);
        Path file = folder.resolve("id_mappings.json");
        Files.writeString(file, "the old one");
        String line = tidemark.succeed("keys", "--format", "json", "--output", file.toString()).out();
        assertEquals("Read 2 keys. The result is in " + file + ".\n", line);
        assertEquals(keys, Json.parse(Files.readString(file)));
        assertEquals(List.of("id_mappings.json"), filesLike("id_mappings"));
    }

    @Test
    void asCsvOneLineARowWithoutEitherEnd() throws IOException {
        assigning();
        List<String> expected = Stream.concat(
                        Stream.of("table,source_key,target_key"),
                        job.target().texts("SELECT id FROM repository WHERE name IN ('one', 'two') ORDER BY name").stream())
                .toList();
        Files.delete(source.path());
        List<String> lines = tidemark.with("TIDEMARK_TARGET_URL", "jdbc:mysql://127.0.0.1:1/nowhere")
                .succeed("keys", "--table", "repository")
                .out()
                .lines()
                .toList();
        assertEquals(
                List.of(expected.get(0), "Repository,1," + expected.get(1), "Repository,2," + expected.get(2)), lines);
    }

    @Test
    void rowsThatAreNotInTheTargetHaveNone() {
        assigning("CREATE TABLE Star (Id INTEGER PRIMARY KEY, Name VARCHAR(9) NOT NULL UNIQUE, Repository INTEGER"
                + " NOT NULL REFERENCES Repository (Id))", "INSERT INTO Star VALUES (1, 'a', 1), (2, 'b', 77)");
        assertEquals(List.of("1"), Json.names(tidemark.json(0, "keys", "--table", "Star").path("Star")));
    }

    @Test
    void oddNamesAndKeysAreQuoted() {
        source.run(
                "DROP TABLE Repository",
                "CREATE TABLE \"a \"\"b\"\", c\" (k VARCHAR(20) NOT NULL, n INTEGER NOT NULL, v TEXT, PRIMARY KEY (k, n))",
                "INSERT INTO \"a \"\"b\"\", c\" VALUES ('x\"y', 1, 'v'), ('line' || char(10) || 'end', 2, 'v')",
                "CREATE TABLE words (word VARCHAR(20) PRIMARY KEY)",
                "INSERT INTO words VALUES ('1'), ('\u00e9t\u00e9')");
        job = CopyJob.in(folder, "job", source, CopyTargetKind.MYSQL, "names: same");
        tidemark = job.cli();
        tidemark.succeedAll("init", "full-load");
        JsonNode keys = tidemark.json(0, "keys");
        assertEquals("[\"line\\nend\",2]", keys.path("a \"b\", c").path("line\nend,2").toString());
        assertEquals("[\"x\\\"y\",1]", keys.path("a \"b\", c").path("x\"y,1").toString());
        assertEquals("{\"1\":\"1\",\"\u00e9t\u00e9\":\"\u00e9t\u00e9\"}", keys.path("words").toString());
        String csv = tidemark.succeed("keys").out();
        assertTrue(csv.contains("\"a \"\"b\"\", c\",\"line\nend,2\",\"line\nend,2\"\n"), csv);
        assertTrue(csv.contains("\"a \"\"b\"\", c\",\"x\"\"y,1\",\"x\"\"y,1\"\n"), csv);
    }

    @Test
    void anotherTableIsAnErrorThatSuggestsTheNearest() throws IOException {
        assigning();
        Path file = folder.resolve("keys.json");
        String complaint = tidemark.run("keys", "--table", "Repositories", "--format=json", "--output=" + file)
                .exitingWith(2)
                .complaint();
        assertTrue(complaint.startsWith("tidemark: No keys of a table \"Repositories\" are in the state file "), complaint);
        assertTrue(complaint.endsWith("Try: Repository."), complaint);
        assertEquals(List.of(), filesLike("keys.json"));
    }

    @Test
    void beforeALoadThereAreNone() {
        job = CopyJob.in(folder, "job", source, CopyTargetKind.MYSQL, "");
        tidemark = job.cli();
        String complaint = tidemark.run("keys").exitingWith(4).complaint();
        assertTrue(complaint.contains("There is no state file at "), complaint);
        tidemark.succeed("init");
        assertEquals("{}\n", tidemark.succeed("keys", "--format", "json").out());
    }

    private List<String> filesLike(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.contains(name)).toList();
        }
    }

    private void assigning(String... more) {
        source.run(more);
        job = CopyJob.in(folder, "job", source, CopyTargetKind.MYSQL, "keys: assign\nbad-rows: reject");
        tidemark = job.cli();
        tidemark.succeed("init");
        job.target().run("INSERT INTO repository (id, name) VALUES (100, 'of others')");
        tidemark.run("full-load");
    }
}
