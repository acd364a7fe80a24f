package dev.tidemark.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithUnchangedSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The log file: what a run said and how it ended, by its id. */
class RunLogTest extends WithUnchangedSource {
    private final Path log = folder.resolve("tidemark.log");
    private final TidemarkCli logging = tidemark.with("TIDEMARK_LOG_FILE", log.toString());

    @Test
    void aLineBearsTheIdThatItsRunHasInTheHistory() throws IOException {
        logging.succeed("incremental");
        logging.with("TIDEMARK_SOURCE_PASSWORD", "wrong").run("incremental").exitingWith(3);
        List<String> lines = Files.readAllLines(log);
        assertEquals(5, lines.size(), lines::toString);
        assertTrue(lines.stream().allMatch(line ->
                line.matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (INFO |ERROR) \\[\\d+( run \\d+)?] .+")),
                lines::toString);
        long last = warehouse.queryLong("SELECT max(id) FROM sync_run");
        assertTrue(lines.get(1).contains(" run " + (last - 1) + "] incremental done in "), lines::toString);
        assertTrue(lines.get(2).contains(" run " + (last - 1) + "] incremental ends with exit code 0"), lines::toString);
        assertTrue(lines.get(4).contains(" run " + last + "] Exit code 3: The source at "), lines::toString);
        assertEquals("failed", warehouse.lastRun("outcome"));
    }

    @Test
    void asJsonEveryLineIsADocumentWithTimeCommandCountsAndExitCode() throws IOException {
        logging.succeed("incremental", "--log-format", "json");
        logging.with("TIDEMARK_SOURCE_PASSWORD", "wrong").run("validate", "--log-format", "json").exitingWith(3);
        List<JsonNode> lines = Files.readAllLines(log).stream().map(Json::parse).toList();
        for (JsonNode line : lines) {
            assertEquals(
                    List.of("time", "level", "command", "process", "run", "message", "counts", "exitCode"),
                    List.copyOf(line.propertyNames()));
            assertTrue(Instant.parse(line.path("time").asString()).isAfter(Instant.parse("2026-01-01T00:00:00Z")));
            assertEquals(ProcessHandle.current().pid(), line.path("process").asLong());
        }
        JsonNode done = lines.get(1);
        assertEquals("incremental", done.path("command").asString());
        assertEquals(warehouse.queryLong("SELECT max(id) FROM sync_run"), done.path("run").asLong());
        assertEquals(0, done.path("counts").path("inserted").asInt(-1));
        assertEquals(0, lines.get(2).path("exitCode").asInt(-1));
        assertTrue(lines.getFirst().path("run").isNull());
        assertEquals("ERROR", lines.getLast().path("level").asString());
        assertEquals(3, lines.getLast().path("exitCode").asInt());
    }

    @Test
    void theGuideListsTheFieldsOfTheJson() throws IOException {
        String guide = Files.readString(Path.of("src/docs/json.md"));
        String section = guide.substring(guide.indexOf("## The log file"));
        logging.succeed("status", "--log-format", "json");
        Json.parse(Files.readAllLines(log).getFirst()).propertyNames()
                .forEach(name -> assertTrue(section.contains("`" + name + "`"), name));
    }

    @Test
    void aFolderThatIsMissingIsCreatedForItsOwnerAlone() throws IOException {
        Path deep = folder.resolve("var/log/tidemark.log");
        logging.succeed("status", "--log-file", deep.toString());
        assertTrue(Files.readString(deep).contains("exit code 0"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.getParent())));
    }

    @Test
    void aFolderThatCannotBeCreatedIsToldBeforeAnythingIsDone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String complaint = logging.run("status", "--log-file", file + "/log/t.log").exitingWith(2).complaint();
        assertTrue(complaint.contains("Cannot create the folder of the log file, " + file + "/log: "), complaint);
    }

    @Test
    void whatOtherCommandsFoundIsThereInALine() throws IOException {
        tidemark.succeed("incremental");
        logging.succeed("validate", "--all");
        logging.succeedAll("check", "status", "keys");
        warehouse.execute("UPDATE sync_state SET snapshot_at = '2026-01-01 00:00:00'");
        logging.run("status", "--max-lag", "0s").exitingWith(1);
        List<String> found = Files.readAllLines(log).stream()
                .filter(line -> !line.contains(" begins: ") && !line.contains(" ends with "))
                .map(line -> line.replaceFirst(".*Z (\\w+) +\\[[^]]+] (\\w+).*", "$1 $2"))
                .toList();
        assertEquals(List.of("INFO The", "INFO No", "INFO Read", "INFO Read", "WARN LATE"), found);
    }

    @Test
    void aMessageWithALineBreakIsOneLine() throws IOException {
        logging.run("keys", "--table", "dim\nfilm").exitingWith(2);
        List<String> lines = Files.readAllLines(log);
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.getLast().contains("\"dim film\"; there are dim_actor"), lines::toString);
    }

    @Test
    void aLargeFileIsRotated() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(log.toFile(), "rw")) {
            large.setLength(11L * 1024 * 1024);
        }
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-r--"));
        logging.succeed("status");
        assertFalse(Files.getPosixFilePermissions(log).contains(PosixFilePermission.OTHERS_READ));
        assertTrue(Files.size(log) < 10_000, () -> "the log was not rotated");
        assertEquals(11L * 1024 * 1024, Files.size(folder.resolve("tidemark.log.1")));
    }

    @Test
    void aNewFileIsNotForEverybodyAndAnOldOneStaysAsItIs() throws IOException {
        logging.succeed("status");
        assertTrue(Set.of("rw-r-----", "rw-------").contains(mode()), mode());
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-r--"));
        logging.succeed("status");
        assertEquals("rw-rw-r--", mode());
    }

    private String mode() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(log));
    }

    @Test
    void noSecretIsInIt() throws IOException {
        logging.with("TIDEMARK_SOURCE_PASSWORD", "hunter2").run("incremental").exitingWith(3);
        assertFalse(Files.readString(log).contains("hunter2"));
    }

    @Test
    void theScreenSaysTheSame() {
        TidemarkCli.Result result = logging.succeed("incremental");
        assertEquals("", result.err());
        assertTrue(result.out().startsWith("incremental done in "), result.out());
        assertEquals("", logging.succeed("incremental", "--quiet").out());
    }
}
