package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the packaged program starts: from its cache where that fits, quietly without it where not. */
class StartUpIT {
    private static final String VERSION = "tidemark .+ \\(Java \\d+\\)\\R";
    private static final int MOST = 1_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "status --help", "statsu", "status --warehous x", "validate --days x"})
    void wordsStartNoContextAndOpenNoDatabase(String arguments) throws Exception {
        // Without the cache, of which the JVM loads every class.
        var outcome = Installation.built().run("-XX:AOTMode=off", Map.of(), arguments.split(" "));
        assertTrue(outcome.loaded("dev.tidemark.cli.RootCommand "), () -> outcome.classes().toString());
        for (String part : List.of(
                "dev.tidemark.database.", "io.micronaut.", "com.zaxxer.", "org.flywaydb.", "org.apache.ibatis.",
                "org.sqlite.", "com.mysql.")) {
            assertFalse(outcome.loaded(part), part);
        }
    }

    @Test
    void aCommandIsMadeAlone() throws Exception {
        var outcome = Installation.built().run("-XX:AOTMode=off", Map.of(), "validate", "--days", "x");
        assertTrue(outcome.loaded("dev.tidemark.cli.ValidateCommand "), () -> outcome.classes().toString());
        assertFalse(outcome.loaded("dev.tidemark.cli.StatusCommand$"), () -> outcome.classes().toString());
    }

    @Test
    void theVersionComesFromItsCache() throws Exception {
        var outcome = Installation.built().run("", Map.of(), "--version");
        assertTrue(outcome.cached() > MOST, () -> "Only " + outcome.cached());
    }

    @Test
    void commandsComeFromTheirs() throws Exception {
        var outcome = Installation.built().run("", Map.of(), "status", "--warehouse", folder + "/none.db");
        assertEquals(4, outcome.exitCode(), outcome::errors);
        assertTrue(outcome.cached() > 3 * MOST, () -> "Only " + outcome.cached());
        var others = outcome.classes().stream()
                .filter(line -> line.startsWith("dev.tidemark.") && line.contains("file:"))
                .toList();
        assertTrue(others.size() < 10, others::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "-r"})
    void theCacheGoesAlongWithACopy(String option) throws Exception {
        var copy = Installation.built().copiedTo(folder.resolve("else where"), option);
        assertCached(copy);
    }

    /** As cron starts it. Java is elsewhere, in a folder of ASCII letters. */
    @Test
    void fileNamesAndTheFolderOfTheProgramNeedNotBeAsciiWithoutALocale() throws Exception {
        var copy = Installation.built().copiedTo(folder.resolve("größe"), "-a");
        Path config = Files.writeString(folder.resolve("müller.yml"), "warehouse: lager-ü.db\n");
        var outcome = copy.run("", Map.of("LC_ALL", "C"), "status", "--config", config.toString());
        assertEquals(
                "tidemark: There is no warehouse at " + folder + "/lager-ü.db."
                        + " Try: run init first, or name the file with --warehouse.\n",
                outcome.errors());
        assertEquals(4, outcome.exitCode());
        assertTrue(outcome.cached() > MOST, () -> "Only " + outcome.cached());
    }

    @Test
    void theCacheGoesAlongInTheArchive() throws Exception {
        assertCached(Installation.unpackedIn(folder, "tidemark-[0-9.]+\\.tar\\.gz"));
    }

    @Test
    void whatDoesNotFitIsLeftAside() throws Exception {
        var outcome = Installation.built().run("-XX:-UseCompactObjectHeaders", Map.of(), "--version");
        assertQuiet(outcome);
        assertTrue(outcome.cached() < MOST, () -> "As many as " + outcome.cached());
    }

    @Test
    void aDamagedCacheIsLeftAside() throws Exception {
        var copy = Installation.built().copiedTo(folder.resolve("copy"), "-a");
        Files.writeString(copy.lib().resolve("tidemark.aot"), "This is no cache.");
        assertQuiet(copy.run("", Map.of(), "--version"));
    }

    @Test
    void touchedJarsGoUnnoticed() throws Exception {
        var copy = Installation.built().copiedTo(folder.resolve("copy"), "-a");
        try (Stream<Path> jars = Files.list(copy.lib())) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-02-02T20:20:20Z")));
            }
        }
        assertQuiet(copy.run("", Map.of(), "--version"));
    }

    @Test
    void runningChangesNothingInTheFolder() throws Exception {
        var copy = Installation.built().copiedTo(folder.resolve("copy"), "-a");
        String before = listing(copy.folder());
        copy.run("", Map.of(), "--version");
        copy.run("", Map.of(), "status", "--warehouse", folder + "/none.db");
        assertEquals(before, listing(copy.folder()));
    }

    private static void assertCached(Installation installation) throws Exception {
        var outcome = installation.run("", Map.of(), "--version");
        assertQuiet(outcome);
        assertTrue(outcome.cached() > MOST, () -> "Only " + outcome.cached());
    }

    private static void assertQuiet(Installation.Outcome outcome) {
        assertEquals("", outcome.errors());
        assertTrue(outcome.output().matches(VERSION), outcome::output);
        assertEquals(0, outcome.exitCode());
    }

    private static String listing(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder listing = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                listing.append(file).append(' ').append(Files.size(file)).append(' ')
                        .append(Files.getLastModifiedTime(file)).append('\n');
            }
            return listing.toString();
        }
    }
}
