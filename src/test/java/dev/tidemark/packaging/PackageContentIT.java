package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies in the archives beside the program, and beside the archives. */
class PackageContentIT {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
    private static final Pattern MANUAL = Pattern.compile("man -M (\\S+) tidemark");

    @TempDir
    private Path folder;

    static List<String> archives() throws IOException {
        try (Stream<Path> files = Files.list(Installation.target())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("tidemark.*\\.(tar\\.gz|deb|tar)"))
                    .toList();
        }
    }

    static Stream<String> archivesToUnpack() throws IOException {
        return archives().stream().filter(name -> name.endsWith(".tar.gz"));
    }

    @ParameterizedTest
    @MethodSource("archivesToUnpack")
    void everyLinkOfTheGuidesLeadsToAFileInTheArchive(String archive) throws Exception {
        Path home = Installation.unpackedIn(folder, Pattern.quote(archive)).folder();
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> guides = files.filter(file -> file.toString().endsWith(".md")).toList();
            assertTrue(guides.size() > 10, guides::toString);
            for (Path guide : guides) {
                LINK.matcher(Files.readString(guide)).results().forEach(link -> {
                    Path target = guide.resolveSibling(link.group(1)).normalize();
                    assertTrue(target.startsWith(home) && Files.exists(target), () -> guide + " leads to " + target);
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("archivesToUnpack")
    void theManualIsWhereTheReadmeSays(String archive) throws Exception {
        Path home = Installation.unpackedIn(folder, Pattern.quote(archive)).folder();
        String readme = Files.readString(home.resolve("README.md"));
        MANUAL.matcher(readme).results().forEach(manual -> {
            Path page = home.resolve(manual.group(1)).resolve("man1/tidemark.1");
            assertTrue(Files.isRegularFile(page), page::toString);
        });
        assertFalse(readme.contains("src/docs"), readme);
    }

    @ParameterizedTest
    @MethodSource("archivesToUnpack")
    void theShellCompletesByTheScriptInTheArchive(String archive) throws Exception {
        Path home = Installation.unpackedIn(folder, Pattern.quote(archive)).folder();
        String script = Files.readString(home.resolve("share/bash-completion/completions/tidemark"));
        assertTrue(script.contains("function _complete_tidemark()"), script);
    }

    @ParameterizedTest
    @MethodSource("archives")
    void aChecksumLiesBesideEachArchive(String archive) throws Exception {
        Process sums = new ProcessBuilder("sha256sum", "--check", archive + ".sha256")
                .directory(Installation.target().toFile())
                .redirectErrorStream(true)
                .start();
        assertEquals(archive + ": OK\n", sums.inputReader().readAllAsString());
    }

    @Test
    void theBuildMadeAnArchive() throws IOException {
        assertTrue(archives().contains("tidemark-0.1.0.tar.gz"), () -> "None in " + Installation.target());
    }
}
