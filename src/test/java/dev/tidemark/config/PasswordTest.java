package dev.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the password comes from; and that no message tells it. */
class PasswordTest {
    private static final String FILE_VARIABLE = "TIDEMARK_SOURCE_PASSWORD_FILE";
    private static final String VARIABLE = "TIDEMARK_SOURCE_PASSWORD";

    @TempDir
    private Path folder;

    @Test
    void itIsTheFirstLineOfThePasswordFile() throws IOException {
        assertEquals(
                "pass word ", password(Map.of(Setting.SOURCE_PASSWORD_FILE, file("pass word \nsecond")), Map.of(), ""));
        assertEquals("", password(Map.of(Setting.SOURCE_PASSWORD_FILE, file("")), Map.of(), ""));
        assertEquals("marked", password(Map.of(), Map.of(FILE_VARIABLE, file("\uFEFFmarked")), ""));
        assertEquals("crlf", password(Map.of(), Map.of(FILE_VARIABLE, file("crlf\r\n")), ""));
    }

    @Test
    void aFlagWinsOverTheEnvironmentOverTheConfiguration() throws IOException {
        String inFile = "source: {password: configured}";
        Map<String, String> environment = Map.of(VARIABLE, "variable");
        assertEquals("configured", password(Map.of(), Map.of(), inFile));
        assertEquals("variable", password(Map.of(), environment, inFile));
        assertEquals("variable", password(Map.of(), environment, "source: {password-file: missing}"));
        assertEquals("flag", password(Map.of(Setting.SOURCE_PASSWORD_FILE, file("flag")), environment, inFile));
        assertEquals("file", password(Map.of(), Map.of(FILE_VARIABLE, file("file")), inFile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "1_000", "yes", "1e3", "0x1F", "2024-01-01", "null", "~", "12:30:45", "1.10"})
    void inTheConfigurationItIsTheTextThatStandsThere(String password) throws IOException {
        assertEquals(password, password(Map.of(), Map.of(), "source: {password: " + password + "}"));
    }

    @Test
    void itIsNotInTheTextOfTheSettings() {
        Settings settings = SettingsLoader.load(
                new SettingSources(Map.of(), Map.of(VARIABLE, "hunter2"), Optional.empty()));
        assertEquals("hunter2", settings.source().password().value());
        assertFalse(settings.toString().contains("hunter2"), settings::toString);
    }

    @Test
    void itIsNotInTheTextOfWhatIsGivenEither() {
        GivenSettings given = GivenSettings.gather(
                new SettingSources(Map.of(), Map.of(VARIABLE, "hunter2"), Optional.empty()));
        assertEquals("hunter2", given.password().value());
        assertFalse(given.toString().contains("hunter2"), given::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "jdbc:mysql://root:hunter2@localhost/sakila", "mysql://root:hunter2@localhost/sakila",
        "postgresql://root:hun/ter2@hunter2@localhost/sakila", "jdbc:mysql://localhost?password=hunter2",
        "jdbc:mysql://localhost/sakila?user=root&password=hunter2", "jdbc:mysql://(host=localhost,password=hunter2)/s",
        "jdbc:mysql://localhost/?trustCertificateKeyStorePassword=hunter2", "jdbc:mysql://root:hunter2@localhost",
        "jdbc:mariadb://localhost/sakila?user=root&password=hunter2", "jdbc:mysql://localhost/sakila?PASSWORD=hunter2",
        "jdbc:mysql://host:hunter/s?sslPassword=hunter2&x=1", "JDBC:MYSQL://root:hunter2@localhost/sakila"
    })
    void noMessageAboutAUrlTellsIt(String url) {
        TidemarkException failure = assertThrows(
                TidemarkException.class,
                () -> SettingsLoader.load(
                        new SettingSources(Map.of(Setting.SOURCE_URL, url), Map.of(), Optional.empty())));
        String told = failure + failure.hint();
        assertFalse(told.contains("hunter2") || told.contains("ter2"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "jdbc:postgresql://root:hunter2@localhost/chinook", "jdbc:postgresql://localhost/chinook?password=hunter2",
        "jdbc:postgresql://localhost?sslpassword=hunter2", "jdbc:mariadb://root:hunter2@localhost/chinook",
        "jdbc:mariadb://localhost:x/chinook?keyStorePassword=hunter2", "postgres://root:hunter2@localhost/chinook"
    })
    void noMessageAboutATargetsUrlTellsIt(String url) {
        TidemarkException failure =
                assertThrows(TidemarkException.class, () -> copy(Map.of("TIDEMARK_TARGET_URL", url)));
        String told = failure + failure.hint();
        assertFalse(told.contains("hunter2"), told);
    }

    @Test
    void thatOfATargetComesFromTheSamePlaces() throws IOException {
        assertEquals("variable", copy(Map.of("TIDEMARK_TARGET_PASSWORD", "variable")).password().value());
        assertEquals("file", copy(Map.of(
                "TIDEMARK_TARGET_PASSWORD", "variable", "TIDEMARK_TARGET_PASSWORD_FILE", file("file\n")))
                .password().value());
        assertEquals("", copy(Map.of()).password().value());
        assertFalse(copy(Map.of("TIDEMARK_TARGET_PASSWORD", "hunter2")).toString().contains("hunter2"));
    }

    private static CopySettings.Target copy(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TIDEMARK_PIPELINE", "copy", "TIDEMARK_SOURCE_URL", "jdbc:sqlite:c.db",
                "TIDEMARK_TARGET_URL", "jdbc:postgresql://localhost/chinook"));
        environment.putAll(more);
        return SettingsLoader.load(new SettingSources(Map.of(), environment, Optional.empty()))
                .copy().orElseThrow().target();
    }

    private String password(Map<Setting, String> flags, Map<String, String> environment, String yaml)
            throws IOException {
        Path config = Files.writeString(folder.resolve("tidemark.yml"), yaml);
        return SettingsLoader.load(new SettingSources(flags, environment, Optional.of(config)))
                .source().password().value();
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("password"), content).toString();
    }
}
