package dev.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Flags win over environment over file, and the first wrong value is named. */
class SettingsLoaderTest {
    private static final Map<Setting, String> FROM_FLAG = Map.of(
            Setting.SOURCE_URL, "jdbc:mysql://flag/sakila", Setting.SOURCE_USERNAME, "flag",
            Setting.WAREHOUSE, "flag.db", Setting.LOOK_BACK, "1s", Setting.RETRIES, "1", Setting.WAIT, "1s",
            Setting.SOURCE_TIMEOUT, "1m", Setting.KEEP_RUNS, "1", Setting.MAX_DELETES, "1%");
    private static final Map<String, String> FROM_ENVIRONMENT = Map.of(
            "TIDEMARK_SOURCE_URL", "jdbc:mysql://environment/sakila", "TIDEMARK_SOURCE_USERNAME", "environment",
            "TIDEMARK_WAREHOUSE", "environment.db", "TIDEMARK_LOOK_BACK", "2s", "TIDEMARK_RETRIES", "2",
            "TIDEMARK_WAIT", "2", "TIDEMARK_SOURCE_TIMEOUT", "2m", "TIDEMARK_KEEP_RUNS", "2",
            "TIDEMARK_MAX_DELETES", "2");
    private static final String FROM_FILE = """
            source:
              url: jdbc:mysql://file/sakila
              username: file
              timeout: 3m
            warehouse: file.db
            look-back: 3000ms
            retries: 3
            wait: 3
            keep-runs: 3
            max-deletes: 3 %
            """;

    @TempDir
    private Path folder;

    @Test
    void everySettingHasADefault() {
        Settings settings = load(Map.of(), Map.of(), Optional.empty());
        assertEquals("jdbc:mysql://localhost:3306/sakila", settings.source().url());
        assertEquals(System.getProperty("user.name"), settings.source().username());
        assertEquals("", settings.source().password().value());
        assertEquals(Path.of("analytics.db"), settings.warehouse());
        assertEquals(Detect.CONTENT, settings.detect());
        assertEquals(Duration.ofMinutes(1), settings.lookBack());
        assertEquals(50, settings.maxDeletes());
        assertEquals(3, settings.retries());
        assertEquals(Duration.ZERO, settings.lockWait());
        assertEquals(1_000, settings.keepRuns());
        assertEquals(Optional.empty(), settings.warehouseMode());
        assertEquals(Optional.empty(), settings.source().tls());
        assertEquals(Optional.empty(), settings.log());
    }

    @Test
    void flagsWinOverEnvironmentOverFile() throws IOException {
        Optional<Path> file = Optional.of(write(FROM_FILE));
        assertEquals(settings(folder.resolve("file.db"), "file", 3), load(Map.of(), Map.of(), file));
        assertEquals(settings("environment", 2), load(Map.of(), FROM_ENVIRONMENT, file));
        assertEquals(settings("flag", 1), load(FROM_FLAG, FROM_ENVIRONMENT, file));
    }

    @ParameterizedTest
    @EnumSource(names = {
        "SOURCE_URL", "SOURCE_USERNAME", "SOURCE_TIMEOUT", "WAREHOUSE", "LOOK_BACK", "MAX_DELETES",
        "RETRIES", "WAIT", "KEEP_RUNS"
    })
    void aFlagWinsByItself(Setting setting) {
        Settings all = load(FROM_FLAG, Map.of(), Optional.empty());
        Settings one = load(Map.of(setting, FROM_FLAG.get(setting)), FROM_ENVIRONMENT, Optional.empty());
        long same = Stream.of(
                        all.source().url().equals(one.source().url()),
                        all.source().username().equals(one.source().username()),
                        all.source().timeout().equals(one.source().timeout()),
                        all.warehouse().equals(one.warehouse()),
                        all.lookBack().equals(one.lookBack()),
                        all.maxDeletes() == one.maxDeletes(),
                        all.retries() == one.retries(),
                        all.lockWait().equals(one.lockWait()),
                        all.keepRuns() == one.keepRuns())
                .filter(equal -> equal)
                .count();
        assertEquals(1, same);
    }

    @Test
    void theFileMayBeNamedByTheEnvironment() throws IOException {
        Path file = write("warehouse: elsewhere.db");
        Settings settings = load(Map.of(), Map.of("TIDEMARK_CONFIG", file.toString()), Optional.empty());
        assertEquals(folder.resolve("elsewhere.db"), settings.warehouse());
    }

    @Test
    void aVariableStandsForItsValue() throws IOException {
        Path file = write("warehouse: \"${FOLDER}/$${FOLDER}-${NAME}.db\"");
        Settings settings = load(Map.of(), Map.of("FOLDER", "/a$1", "NAME", "${b}"), Optional.of(file));
        assertEquals(Path.of("/a$1/${FOLDER}-${b}.db"), settings.warehouse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            warehuose: x.db                | Unknown setting "warehuose"          | "warehouse", the nearest name
            'source: {urll: x}'            | Unknown setting "source.urll"        | "source.url", the nearest name
            'source: {passwort: hunter2}'  | Unknown setting "source.passwort"    | "source.password", the nearest name
            'lookback: 5s'                 | Unknown setting "lookback"           | "look-back", the nearest name
            retries: some                  | Not a number from 0 to 999999: "some" (retries in | write 3
            look-back: 999999999d          | Longer than 3650d: "999999999d" (look-back in | write 60s
            'source: [unclosed'            | is wrong: | in line 1
            'a: b: c'                      | is wrong: mapping values are not allowed here in line 1 | write it like
            '{retries: 1, retries: 2}'     | is wrong: found duplicate key retries in line 1 | write it like
            '- retries'                    | is wrong: it holds no names of settings | write it like
            'retries: [1]'                 | Not a text: retries in | write one value
            'retries: "${NO_NUMBER}"'      | The environment variable "NO_NUMBER" is not set (retries in | set it
            'pipeline: star'               | Not a value of this setting: "star" (pipeline in | sakila or copy
            'tables: {a: {skip: true}}'    | takes no tables from the file (tables in | write pipeline: copy
            'state: copy.state.db'         | The pipeline sakila has no setting state (state in | write pipeline: copy
            plain words                    | The configuration file | is wrong: it holds no names of settings. Try: write it like
            """)
    void whatIsWrongInTheFileIsNamed(String yaml, String message, String hint) throws IOException {
        Path file = write(yaml);
        TidemarkException failure =
                assertThrows(TidemarkException.class, () -> load(Map.of(), Map.of(), Optional.of(file)));
        String told = failure.getMessage() + ". Try: " + failure.hint();
        assertEquals(Reason.USAGE, failure.reason());
        assertTrue(told.contains(message) && told.contains(hint) && told.contains(file.toString()), told);
        assertTrue(!told.contains("hunter2"), told);
    }

    @ParameterizedTest
    @CsvSource({"TIDEMARK_RETRIES, -1", "TIDEMARK_WAIT, soon", "TIDEMARK_LOOK_BACK, 1w", "TIDEMARK_SOURCE_URL, db",
        "TIDEMARK_SOURCE_TIMEOUT, 0", "TIDEMARK_WAIT, 999999999d",
        "TIDEMARK_DETECT, rows", "TIDEMARK_MAX_DELETES, 101%", "TIDEMARK_MAX_DELETES, -1",
        "TIDEMARK_KEEP_RUNS, 0", "TIDEMARK_SOURCE_TLS, on", "TIDEMARK_WAREHOUSE_MODE, 644", "TIDEMARK_LOG_FORMAT, xml"})
    void whatIsWrongInTheEnvironmentIsNamed(String variable, String value) {
        TidemarkException failure = assertThrows(
                TidemarkException.class, () -> load(Map.of(), Map.of(variable, value), Optional.empty()));
        assertTrue(failure.getMessage().contains("\"" + value + "\" (environment variable " + variable + ")"),
                failure.getMessage());
    }

    private Settings settings(String place, int number) {
        return settings(Path.of(place + ".db"), place, number);
    }

    private Settings settings(Path warehouse, String place, int number) {
        return new Settings(
                new StarSettings(
                        new Settings.Source(
                                "jdbc:mysql://" + place + "/sakila", place, new Secret(""), Duration.ofMinutes(number),
                                Optional.empty()),
                        warehouse, Optional.empty()),
                Detect.CONTENT,
                Duration.ofSeconds(number), number, number,
                Duration.ofSeconds(number), number, Optional.empty(),
                List.of(folder.resolve("tidemark.yml")));
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("tidemark.yml"), yaml);
    }

    private static Settings load(Map<Setting, String> flags, Map<String, String> environment, Optional<Path> file) {
        return SettingsLoader.load(new SettingSources(flags, environment, file));
    }
}
