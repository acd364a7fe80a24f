package dev.tidemark.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher itself, run by the system's {@code sh} with scripts instead of Java installations. */
class LauncherTest {
    /** Prints its own name and its arguments. */
    private static final String REPORTING = "echo \"$0\"; for argument; do echo \"[$argument]\"; done\n";

    @AutoClose
    private final LauncherLayout layout = LauncherLayout.create();

    @Test
    void takesTheJavaOfJavaHomeFirst() throws Exception {
        Path wanted = layout.java("wanted", "25.0.3", REPORTING);
        Path other = layout.java("other", "26", REPORTING);
        var outcome = layout.run(Map.of("JAVA_HOME", wanted.toString(), "PATH", other + "/bin"));
        assertEquals(wanted + "/bin/java", outcome.output().getFirst());
    }

    @Test
    void passesOverAnOldJavaHomeToThePath() throws Exception {
        Path old = layout.java("old", "17.0.15", REPORTING);
        Path wanted = layout.java("wanted", "25", REPORTING);
        Path path = Files.createDirectories(layout.folder().resolve("path"));
        Files.createSymbolicLink(path.resolve("java"), wanted.resolve("bin/java"));
        var outcome = layout.run(Map.of("JAVA_HOME", old.toString(), "PATH", path.toString()));
        assertEquals(wanted + "/bin/java", outcome.output().getFirst());
    }

    @Test
    void takesTheNewestOfTheUsualFolders() throws Exception {
        Path old = layout.java("old", "1.8.0_402", REPORTING);
        layout.java("usual/usr/lib/jvm/a", "17.0.15", REPORTING);
        Path wanted = layout.java("usual/usr/lib/jvm/b", "26-ea", REPORTING);
        layout.java("usual/usr/lib/jvm/c", "25.0.3", REPORTING);
        layout.java("home/.jdks/d", "25.0.3", REPORTING);
        var outcome = layout.run(Map.of("PATH", old + "/bin"));
        assertEquals(wanted + "/bin/java", outcome.output().getFirst());
    }

    @Test
    void looksInTheHomeFolder() throws Exception {
        Path wanted = layout.java("home/.sdkman/candidates/java/25.0.3-tem", "25.0.3", REPORTING);
        assertEquals(wanted + "/bin/java", layout.run(Map.of()).output().getFirst());
    }

    @Test
    void asksAJavaWithoutAReleaseFileForItsVersion() throws Exception {
        String versioned = "[ \"$1\" = -version ] && echo 'openjdk version \"25.0.3\" LTS' >&2\n";
        Path wanted = layout.java("wanted", "25.0.3", versioned + REPORTING);
        Files.delete(wanted.resolve("release"));
        var outcome = layout.run(Map.of("JAVA_HOME", wanted.toString()));
        assertEquals(wanted + "/bin/java", outcome.output().getFirst());
    }

    @Test
    void saysInOneLineWhatIsMissing() throws Exception {
        Path old = layout.java("old", "17.0.15", REPORTING);
        var outcome = layout.run(Map.of("JAVA_HOME", old.toString()));
        assertEquals(2, outcome.exitCode());
        assertEquals(List.of(), outcome.output());
        assertEquals("tidemark: no Java 25 or newer found (JAVA_HOME: Java 17; PATH: none; usual folders: none)."
                + " Try: install a JDK 25, or set JAVA_HOME to the folder of one.\n", outcome.errors());
    }

    @Test
    void passesArgumentsOnAsTheyAre() throws Exception {
        Path java = layout.java("wanted", "25.0.3", REPORTING);
        var outcome = layout.run(
                Map.of("JAVA_HOME", java.toString(), "TIDEMARK_JAVA_OPTIONS", "-Xmx1g  -Dpattern=*"),
                "two words", "it's \"quoted\"", "", "*", "$HOME");
        int start = outcome.output().indexOf("[-Xmx1g]");
        assertEquals(
                List.of(
                        "[-Xmx1g]", "[-Dpattern=*]", "[-cp]", layout.classPath(), "[dev.tidemark.Tidemark]",
                        "[two words]", "[it's \"quoted\"]", "[]", "[*]", "[$HOME]"),
                outcome.output().subList(start, outcome.output().size()));
    }

    @ParameterizedTest
    @CsvSource({"LC_ALL, C, C.UTF-8", "LANG, POSIX, C.UTF-8", "LC_CTYPE, '', C.UTF-8", "LANG, de_DE.UTF-8, none"})
    void givesJavaALocaleForFileNamesWhereThereIsNone(String variable, String locale, String given) throws Exception {
        Path java = layout.java("wanted", "25.0.3", "echo \"${LC_ALL-none}\"\n");
        var outcome = layout.run(Map.of("JAVA_HOME", java.toString(), variable, locale));
        assertEquals(List.of(given), outcome.output());
    }

    @Test
    void worksThroughSymbolicLinks() throws Exception {
        Path java = layout.java("wanted", "25.0.3", REPORTING);
        Path link = Files.createSymbolicLink(layout.folder().resolve("absolute"), layout.launcher());
        Path linkToLink = Files.createSymbolicLink(layout.folder().resolve("relative"), link.getFileName());
        var outcome = layout.through(linkToLink).run(Map.of("JAVA_HOME", java.toString()));
        assertTrue(outcome.output().contains(layout.classPath()), () -> outcome.output().toString());
    }

    @Test
    void worksThroughALinkedFolderAndARoundaboutPath() throws Exception {
        Path java = layout.java("wanted", "25.0.3", REPORTING);
        Path install = layout.launcher().getParent().getParent();
        Path linked = Files.createSymbolicLink(layout.folder().resolve("current"), install).resolve("bin/tidemark");
        Path roundabout = install.resolve("bin/.././bin/tidemark");
        for (Path path : List.of(linked, roundabout)) {
            var outcome = layout.through(path).run(Map.of("JAVA_HOME", java.toString()), "status");
            assertTrue(outcome.output().contains(layout.classPath()), () -> outcome.output().toString());
        }
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        Path java = layout.java("wanted", "25.0.3", "exit 42\n");
        assertEquals(42, layout.run(Map.of("JAVA_HOME", java.toString())).exitCode());
    }

    @Test
    void passesSignalsOn() throws Exception {
        String waiting = "trap 'echo stopped; exit 7' TERM; echo ready; while :; do :; done\n";
        Path java = layout.java("wanted", "25.0.3", waiting);
        Process process = layout.start(Map.of("JAVA_HOME", java.toString()));
        try (var output = process.inputReader()) {
            assertEquals("ready", output.readLine());
            process.toHandle().destroy();
            assertEquals("stopped", output.readLine());
            assertEquals(7, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }
}
