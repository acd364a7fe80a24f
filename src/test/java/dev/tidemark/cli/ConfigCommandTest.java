package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Terminal;
import dev.tidemark.config.ConfigExample;
import dev.tidemark.config.Pipeline;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings in force, where each comes from, and the file that explains them. */
class ConfigCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everySettingHasItsValueAndItsPlace() throws IOException {
        Path yaml = Files.writeString(folder.resolve("t.yml"), "source: {username: me, password: hunter2}\nwait: 9\n");
        String out = TidemarkCli.in(Map.of("TIDEMARK_WAIT", "7"))
                .succeed("config", "--config", yaml.toString(), "--retries", "5")
                .out();
        for (String expected : new String[] {
            "source.username me source.username in " + yaml,
            "source.password (hidden) source.password in " + yaml,
            "wait 7 environment variable TIDEMARK_WAIT",
            "retries 5 --retries",
            "look-back 60s default",
            "log-file -"
        }) {
            assertTrue(out.lines().map(line -> line.strip().replaceAll(" +", " ")).anyMatch(expected::equals),
                    () -> expected + " in\n" + out);
        }
        assertFalse(out.contains("hunter2"), out);
    }

    @Test
    void aPasswordThatAnotherBeatsIsMarked() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "hunter2");
        String out = TidemarkCli.in(Map.of("TIDEMARK_SOURCE_PASSWORD", "hunter3"))
                .succeed("config", "--source-password-file", password.toString())
                .out();
        assertTrue(out.contains("environment variable TIDEMARK_SOURCE_PASSWORD; not in force"), out);
        assertFalse(out.contains("hunter"), out);
    }

    @Test
    void theExampleIsPrinted() {
        String copy = ConfigExample.text(Pipeline.COPY);
        assertEquals(
                ConfigExample.text(Pipeline.SAKILA), TidemarkCli.in(Map.of()).succeed("config", "--example").out());
        assertEquals(copy, TidemarkCli.in(Map.of()).succeed("config", "--example", "--pipeline", "copy").out());
        assertEquals(
                copy, TidemarkCli.in(Map.of("TIDEMARK_PIPELINE", "copy")).succeed("config", "--example").out());
    }

    @Test
    void ofACopyItsSettingsAndTablesAreListed() throws IOException {
        Path yaml = Files.writeString(folder.resolve("copy.yml"), """
                pipeline: copy
                source: {url: "jdbc:sqlite:c.db"}
                target: {url: "jdbc:mariadb://db/c", username: me, password: hunter2}
                tables:
                  Artist: {target: artists, natural-key: Name, columns: {Notes: {skip: true}}}
                  Draft: {skip: true}
                  Genre:
                """);
        String out = TidemarkCli.in(Map.of()).succeed("config", "--config", yaml.toString()).out();
        for (String expected : new String[] {
            "pipeline copy pipeline in " + yaml,
            "target.username me target.username in " + yaml,
            "target.password (hidden) target.password in " + yaml,
            "names snake_case default",
            "tables.Artist to artists; natural key Name; columns Notes " + yaml,
            "tables.Draft skipped " + yaml,
            "tables.Genre as it is " + yaml
        }) {
            assertTrue(out.lines().map(line -> line.strip().replaceAll(" +", " ")).anyMatch(expected::equals),
                    () -> expected + " in\n" + out);
        }
        assertFalse(out.contains("hunter2") || out.contains("warehouse "), out);
    }

    @Test
    void ofACopyItIsTheTargetsPasswordThatIsAskedFor() throws IOException {
        Path yaml = Files.writeString(folder.resolve("copy.yml"), """
                pipeline: copy
                source: {url: "jdbc:sqlite:c.db"}
                target: {url: "jdbc:postgresql://db/c"}
                """);
        String out = asking(
                0, () -> Optional.of("hunter2"), "--ask-password", "config", "--config", yaml.toString());
        assertTrue(out.matches("(?s).*target.password +\\(hidden\\) +--ask-password\\R.*"), out);
    }

    @Test
    void aPasswordMayBeAskedFor() {
        String out = asking(0, () -> Optional.of("hunter2"), "--ask-password", "config");
        assertTrue(out.matches("(?s).*source.password +\\(hidden\\) +--ask-password\\R.*"), out);
    }

    @Test
    void noPasswordIsAskedForThatIsNotUsed() {
        Supplier<Optional<String>> nobody = () -> {
            throw new AssertionError("asked");
        };
        String out = asking(2, nobody, "--ask-password", "config", "--source-password-file", "password.txt");
        assertTrue(out.startsWith("tidemark: Both --ask-password and --source-password-file say where"), out);
        assertTrue(out.endsWith("Try: give one of them.\n"), out);
    }

    private static String asking(int exitCode, Supplier<Optional<String>> password, String... arguments) {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(true, false, () -> 80, password);
        Console console =
                new Console(new PrintWriter(out), new PrintWriter(out), Map.of(), Clock.systemUTC(), terminal);
        assertEquals(exitCode, CommandRunner.run(console, arguments), out::toString);
        return out.toString();
    }
}
