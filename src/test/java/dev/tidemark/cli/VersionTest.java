package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The version says what the program was built from. */
class VersionTest {
    @Test
    void aBuildOfACommitNamesIt() throws Exception {
        assertEquals(
                "tidemark 0.1.0, commit 75fb467bed34 of 2026-11-28T22:11:07Z (Java 25)",
                line("75fb467bed34", "2026-11-28T22:11:07Z", "false"));
    }

    @Test
    void aBuildOfChangesBesideTheCommitSaysSo() throws Exception {
        assertEquals(
                "tidemark 0.1.0, commit 75fb467bed34 of 2026-11-28T22:11:07Z with changes (Java 25)",
                line("75fb467bed34", "2026-11-28T22:11:07Z", "true"));
    }

    @Test
    void aBuildOutsideOfGitSaysSo() throws Exception {
        assertEquals("tidemark 0.1.0, built outside of git (Java 25)", line("", "", ""));
    }

    @Test
    void theProgramPrintsIt() {
        String version = TidemarkCli.in(Map.of()).succeed("--version").out();
        assertTrue(
                version.matches("tidemark [0-9.]+, (commit \\p{XDigit}{12} of \\S+Z( with changes)?|built outside of git)"
                        + " \\(Java \\d+\\)\\R"),
                version);
    }

    private static String line(String commit, String time, String changed) throws IOException {
        Properties build = new Properties();
        build.load(new StringReader("version=0.1.0\ncommit=%s\ntime=%s\nchanged=%s".formatted(commit, time, changed)));
        return Version.line(build, 25);
    }
}
