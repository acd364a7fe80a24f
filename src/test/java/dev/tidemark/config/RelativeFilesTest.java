package dev.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relative file names start at the folder of the file that holds them; elsewhere, at the working directory. */
class RelativeFilesTest {
    @TempDir
    private Path folder;

    private Path star;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("password"), "hunter2");
        Files.writeString(folder.resolve("my.cnf"), "[client]\nuser = me\n");
        star = Files.writeString(folder.resolve("star.yml"), """
                source: {password-file: password, option-file: my.cnf}
                warehouse: data/../star.db
                log-file: log/star.log
                """);
    }

    @Test
    void theFilesOfAStarAreBesideItsFile() {
        Settings settings = load(star, Map.of(), Map.of());
        assertEquals(folder.resolve("data/../star.db"), settings.warehouse());
        assertEquals(folder.resolve("log/star.log"), settings.log().orElseThrow().path());
        assertEquals("hunter2", settings.source().password().value());
        assertEquals("me", settings.source().username());
    }

    @Test
    void theFilesOfACopyAreBesideItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("copy.yml"), """
                pipeline: copy
                source: {url: "jdbc:sqlite:shop.db"}
                target: {url: "jdbc:postgresql://db/shop", password-file: password}
                state: shop.state.db
                """);
        CopySettings copy = load(file, Map.of(), Map.of()).copy().orElseThrow();
        assertEquals(folder.resolve("shop.db"), copy.source());
        assertEquals(folder.resolve("shop.state.db"), copy.state());
        assertEquals("hunter2", copy.target().password().value());
    }

    @Test
    void otherPlacesMeanTheWorkingDirectory() {
        assertEquals(
                Path.of("other.db"), load(star, Map.of(Setting.WAREHOUSE, "other.db"), Map.of()).warehouse());
        assertEquals(
                Path.of("other.db"), load(star, Map.of(), Map.of("TIDEMARK_WAREHOUSE", "other.db")).warehouse());
    }

    @Test
    void aFileThatIsNamedFromTheWorkingDirectoryStaysThere() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        assertEquals(
                here.relativize(folder).resolve("data/../star.db"),
                load(here.relativize(star), Map.of(), Map.of()).warehouse());
    }

    @Test
    void theSettingsInForceShowWhereThatIs() throws IOException {
        Path copy = Files.writeString(folder.resolve("copy.yml"), """
                pipeline: copy
                source: {url: "jdbc:sqlite:shop.db"}
                target: {url: "jdbc:postgresql://db/shop"}
                """);
        assertShown(star, "warehouse", folder + "/data/../star.db");
        assertShown(star, "source.password-file", folder + "/password");
        assertShown(star, "log-file", folder + "/log/star.log");
        assertShown(copy, "source.url", "jdbc:sqlite:" + folder + "/shop.db");
        assertShown(copy, "state", Path.of("tidemark.state.db").toAbsolutePath().toString());
    }

    private static void assertShown(Path file, String key, String value) {
        var inForce = SettingsLoader.explain(new SettingSources(Map.of(), Map.of(), Optional.of(file)));
        assertTrue(
                inForce.stream().anyMatch(setting -> setting.key().equals(key) && value.equals(setting.value())),
                inForce::toString);
    }

    private static Settings load(Path file, Map<Setting, String> flags, Map<String, String> environment) {
        return SettingsLoader.load(new SettingSources(flags, environment, Optional.of(file)));
    }
}
