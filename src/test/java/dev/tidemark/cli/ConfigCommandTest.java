package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Terminal;
import dev.tidemark.config.ConfigExample;
import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Pipeline;
import dev.tidemark.config.SettingSources;
import dev.tidemark.config.SettingsLoader;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "postgresql, jdbc:postgresql://localhost:5432/my_shop, numeric(10@2)",
        "mariadb, jdbc:mariadb://localhost:3306/my_shop, decimal(10@2)",
        "mysql, jdbc:mysql://localhost:3306/my_shop, decimal(10@2)"
    })
    void aProposalIsMadeFromASqliteFile(String kind, String url, String price) throws IOException, SQLException {
        Path file = folder.resolve("my shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TABLE ItemPrice (ItemId INTEGER PRIMARY KEY, Name VARCHAR(9), Price NUMERIC(10,2))");
            statement.executeUpdate("CREATE TABLE Log (Code TEXT)");
            statement.executeUpdate("INSERT INTO ItemPrice VALUES (1, 'pen', 1.25), (2, 'cup', 'free')");
            statement.executeUpdate("INSERT INTO Log VALUES ('a'), ('b'), ('a')");
        }
        String out = TidemarkCli.in(Map.of()).succeed("config", "--from", "jdbc:sqlite:" + file, "--to", kind).out();
        Path yaml = Files.writeString(folder.resolve("proposed.yml"), out);
        CopySettings copy = SettingsLoader.load(new SettingSources(Map.of(), Map.of(), Optional.of(yaml)))
                .copy().orElseThrow();
        assertEquals(file, copy.source());
        assertEquals(url, copy.target().url());
        assertEquals(
                Optional.of(price.replace('@', ',')),
                copy.tables().get("ItemPrice").columns().get("Price").type());
        assertTrue(copy.tables().get("Log").skip());
        assertTrue(out.contains("# WARNING: 1 of its values do not fit into " + price.replace('@', ',')), out);
        assertTrue(out.contains("# WARNING: 1 of its rows repeat the natural key [Code]"), out);
    }

    @Test
    void aProposalNamesItsSourceWhereverItIsKept() throws SQLException {
        Path file = folder.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE item (id INTEGER PRIMARY KEY)");
        }
        Path relative = Path.of("").toAbsolutePath().relativize(file);
        String out = TidemarkCli.in(Map.of()).succeed("config", "--from", "jdbc:sqlite:" + relative).out();
        assertTrue(out.contains("url: jdbc:sqlite:/") && !out.contains("url: jdbc:sqlite:.."), out);
    }

    @Test
    void noProposalIsMadeFromAnythingElse() {
        String wrong = TidemarkCli.in(Map.of()).run("config", "--from", "chinook.db").exitingWith(2).err();
        assertTrue(wrong.startsWith("tidemark: Not a JDBC URL of a SQLite file: \"chinook.db\" (--from)"), wrong);
        TidemarkCli.in(Map.of()).run("config", "--from", "jdbc:sqlite:" + folder.resolve("none.db")).exitingWith(3);
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
