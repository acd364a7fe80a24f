package dev.tidemark.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher's options of the JVM for a quick start. */
class LauncherOptionsTest {
    private static final String REPORTING = "for argument; do echo \"[$argument]\"; done\n";

    @AutoClose
    private final LauncherLayout layout = LauncherLayout.create();

    @Test
    void startsFromTheCacheWhereThereIsOne() throws Exception {
        Path cache = layout.install("tidemark.aot");
        var outcome = report("status");
        assertTrue(outcome.output().contains("[-XX:AOTCache=" + cache + "]"), () -> outcome.output().toString());
    }

    @Test
    void startsWithoutACache() throws Exception {
        var outcome = report("status");
        assertEquals("", outcome.errors());
        assertFalse(outcome.output().toString().contains("AOTCache"), () -> outcome.output().toString());
    }

    @Test
    void takesTheNativeLibraryOfThisSystem() throws Exception {
        Path library = layout.install("org/sqlite/native/" + system() + "/libsqlitejdbc.so");
        layout.install("org/sqlite/native/Plan9/z80/libsqlitejdbc.so");
        var outcome = report("status");
        assertTrue(
                outcome.output().contains("[-Dorg.sqlite.lib.path=" + library.getParent() + "]"),
                () -> outcome.output().toString());
    }

    @Test
    void leavesTheNativeLibraryToTheDriverWhereTheSystemHasAnotherLibc() throws Exception {
        layout.install("org/sqlite/native/" + system() + "/libsqlitejdbc.so");
        Path lib = Files.createDirectories(layout.folder().resolve("usual/lib"));
        Files.createFile(lib.resolve("ld-musl-x86_64.so.1"));
        var outcome = report("status");
        assertEquals(0, outcome.exitCode(), outcome.errors());
        assertTrue(outcome.output().contains("[dev.tidemark.Tidemark]"), () -> outcome.output().toString());
        assertFalse(outcome.output().toString().contains("org.sqlite.lib"), () -> outcome.output().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "full-load, true", "validate --all, true", "incremental --deep, true", "incremental, false", "status, false"
    })
    void optimisesWhereManyRowsAreRead(String arguments, boolean optimises) throws Exception {
        var outcome = report(arguments.split(" "));
        assertEquals(
                !optimises, outcome.output().contains("[-XX:TieredStopAtLevel=1]"), () -> outcome.output().toString());
    }

    @Test
    void theUsersOwnOptionsComeAfterTheUsualOnes() throws Exception {
        Path java = layout.java("wanted", "25.0.3", REPORTING);
        var outcome = layout.run(
                Map.of("JAVA_HOME", java.toString(), "TIDEMARK_JAVA_OPTIONS", "-Xmx512m"), "full-load");
        int usual = outcome.output().indexOf("[@" + layout.lib().resolve("java.options") + "]");
        int own = outcome.output().indexOf("[-Xmx512m]");
        assertTrue(usual >= 0 && own > usual, () -> outcome.output().toString());
    }

    private LauncherLayout.Outcome report(String... arguments) throws Exception {
        Path java = layout.java("wanted", "25.0.3", REPORTING);
        return layout.run(Map.of("JAVA_HOME", java.toString()), arguments);
    }

    private static String system() throws IOException {
        Process uname = new ProcessBuilder("uname", "-sm").start();
        return uname.inputReader().readLine().replace(' ', '/');
    }
}
