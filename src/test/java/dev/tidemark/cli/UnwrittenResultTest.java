package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.OneIn;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import dev.tidemark.support.WithUnchangedSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit code 4: a result that cannot be written whole is no success, whatever else the command did. */
@OneIn(2)
class UnwrittenResultTest extends WithUnchangedSource {
    private static final String FULL =
            "tidemark: Cannot write the whole result to stdout: No space left on device. Try: ";

    @ParameterizedTest
    @ValueSource(strings = {
        "init", "init --format json", "full-load", "full-load --format table", "incremental",
        "incremental --format json", "validate --all", "validate --format json", "validate --format junit",
        "validate --format markdown",
        "status", "status --format json", "status --format prometheus", "status --max-lag 9999d", "check",
        "check --format json", "keys", "keys --format json", "config", "config --example", "completion", "--help",
        "help keys",
        "keys --help", "--version"
    })
    void aFullDiskFailsEveryCommandInEveryFormat(String command) {
        tidemark.succeed("incremental");
        String said = tidemark.runOntoFullDisk(command.split(" ")).exitingWith(4).complaint();
        assertTrue(said.startsWith(FULL), said);
    }

    @Test
    void whatALoadDidStays() {
        long before = warehouse.queryLong("SELECT max(id) FROM sync_run");
        tidemark.runOntoFullDisk("full-load").exitingWith(4);
        assertEquals("full-load|succeeded|" + (before + 1), warehouse.lastRun("command, outcome, id"));
    }

    @Test
    void aQuietSuccessNeedsNoSpace() {
        tidemark.runOntoFullDisk("incremental", "--quiet").exitingWith(0);
    }

    @Test
    void theProcessSaysSoToo() {
        List<String> ontoFullDisk = List.of("bash", "-c", "exec \"$@\" >/dev/full", "bash");
        try (TidemarkProcess process = TidemarkProcess.startUnder(ontoFullDisk, tidemark, "keys")) {
            String said = process.result().exitingWith(4).complaint();
            assertTrue(said.startsWith(FULL), said);
        }
    }

    @Test
    void aReaderThatHasLeftIsAFailureToo() {
        List<String> toNobody = List.of("bash", "-c", "\"$@\" | true; exit ${PIPESTATUS[0]}", "bash");
        try (TidemarkProcess process = TidemarkProcess.startUnder(toNobody, tidemark, "keys")) {
            String said = process.result().exitingWith(4).complaint();
            assertTrue(said.startsWith("tidemark: Cannot write the whole result to stdout: Broken pipe"), said);
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsTheSame() {
        String nowhere = "/proc/self/report.txt";
        for (String command : List.of("validate --output ", "status --output ", "keys --output ")) {
            TidemarkCli.Result result = tidemark.run((command + nowhere).split(" ")).exitingWith(4);
            assertTrue(result.err().contains("Cannot write the file " + nowhere + " (--output): "), result.err());
            assertEquals("", result.out());
        }
    }
}
