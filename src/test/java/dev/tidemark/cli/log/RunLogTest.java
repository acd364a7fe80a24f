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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The log file: what a run said and how it ended, by its id. */
class RunLogTest extends WithUnchangedSource {
    private final Path log = folder.resolve("tidemark.log");
    private final TidemarkCli logging = tidemark.with("TIDEMARK_LOG_FILE", log.toString());

    @Test
    void everyLineHasTimeLevelAndRun() throws IOException {
        logging.succeed("incremental");
        logging.with("TIDEMARK_SOURCE_PASSWORD", "wrong").run("incremental").exitingWith(3);
        List<String> lines = Files.readAllLines(log);
        assertEquals(5, lines.size(), lines::toString);
        assertTrue(lines.stream().allMatch(line ->
                line.matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (INFO |ERROR) \\[\\w{8}] .+")),
                lines::toString);
        assertEquals(2, lines.stream().map(line -> line.replaceFirst(".*\\[(\\w{8})].*", "$1")).distinct().count());
        assertTrue(lines.get(1).contains("incremental done in "), lines::toString);
        assertTrue(lines.get(4).contains("Exit code 3: The source at "), lines::toString);
    }

    @Test
    void asJsonEveryLineIsADocument() throws IOException {
        logging.succeed("status", "--log-format", "json");
        List<JsonNode> lines = Files.readAllLines(log).stream().map(Json::parse).toList();
        assertEquals("INFO", lines.getFirst().path("level").asString());
        assertTrue(lines.getFirst().path("timestamp").asLong() > 1_700_000_000_000L);
        assertTrue(lines.getFirst().path("message").asString().startsWith("status begins: warehouse "));
        assertEquals(
                lines.getFirst().path("mdc").path("run").asString(), lines.getLast().path("mdc").path("run").asString());
        assertEquals("status ends with exit code 0", lines.getLast().path("message").asString());
    }

    @Test
    void whatOtherCommandsFoundIsThereInALine() throws IOException {
        tidemark.succeed("incremental");
        logging.succeed("validate", "--all");
        logging.succeedAll("check", "status", "keys");
        logging.run("status", "--max-lag", "0s").exitingWith(1);
        List<String> found = Files.readAllLines(log).stream()
                .filter(line -> !line.contains(" begins: ") && !line.contains(" ends with "))
                .map(line -> line.replaceFirst(".*Z (\\w+) +\\[\\w{8}] (\\w+).*", "$1 $2"))
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
