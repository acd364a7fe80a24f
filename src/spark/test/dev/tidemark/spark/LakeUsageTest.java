package dev.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Terminal;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The command line of a lake: its help, and wrong usage, which is one line before Spark starts. */
class LakeUsageTest {
    static List<String> commands() {
        return List.copyOf(root().getSubcommands().keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | Missing command: one of full-load, incremental, validate, status. Try: spark-submit tidemark-spark.jar --help.
            fulload | Unknown command: fulload. Try: full-load
            full-load | No folder of a lake is given (--lake). Try: --lake URI, or the variable TIDEMARK_LAKE.
            --lake x full-load --partitions 0 | Invalid value for option '--partitions': '0' is no whole number of 1 or more. Try: spark-submit tidemark-spark.jar full-load --help.
            --lake x incremental --keep 0 | option '--keep': '0' is no whole number
            --lake x full-load --connections -1 | option '--connections': '-1' is no whole number
            --lake x validate --connections many | option '--connections': 'many' is no whole number
            --lake x full-load --keep 2147483648 | : '2147483648' is no whole number
            --lake x full-load --format xml | option '--format': 'xml' is none of text, table, json
            --lake x status --format prometheus | option '--format': 'prometheus' is none of text, json
            --lake x status --max-lag soon | soon' is no duration; write 60s, 5m or 2h
            --lake x validate --days 0 | Not a number of days: --days 0; it is 1 to 36500
            --lake x validate --all --days 3 | --days=N, --all are mutually exclusive (specify only one)
            --lake x full-load --warehouse a.db | Unknown option: --warehouse
            --lake x full-load --source-url jdbc:mysql://db:port/sakila | no valid host and port
            --lake x full-load --max-deletes 101% | Not a percentage from 0% to 100%: "101%" (--max-deletes)
            --lake x full-load --ask-password | There is no terminal to ask for the password on (--ask-password)
            --lake x full-load --ask-password --source-password-file a | Both --ask-password and --source-password-file say
            """)
    void wrongUsageIsOneLine(String arguments, String expected) {
        String[] words = Arrays.stream(arguments.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
        String complaint = run(words).exitingWith(2).complaint();
        assertTrue(complaint.contains(expected), complaint);
    }

    @Test
    void theSettingsOfACopyAreRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("copy.yml"),
                "pipeline: copy\nsource:\n  url: jdbc:sqlite:a.db\ntarget:\n  url: jdbc:postgresql://db/a\n");
        String complaint = run("--lake", "x", "full-load", "--config", file.toString()).exitingWith(2).complaint();
        assertTrue(
                complaint.contains("A lake holds the star of Sakila, and these are the settings of a copy"), complaint);
    }

    @Test
    void theVersionIsThatOfTheCommandLine() {
        String version = run("--version").exitingWith(0).out();
        assertEquals(TidemarkCli.in(Map.of()).succeed("--version").out(), version);
        assertEquals(version, run("-V").exitingWith(0).out());
    }

    @Test
    void theProgramHasHelpWithItsCommandsAndExitCodes() {
        String help = run("--help").exitingWith(0).out();
        assertTrue(help.startsWith("Usage: spark-submit tidemark-spark.jar "), help);
        commands().forEach(command -> assertTrue(help.contains("\n  " + command + " "), help));
        assertTrue(help.matches("(?s).*\\RExit codes:\\R.*  5 +another run writes the lake.*"), help);
        assertFalse(help.contains("warehouse"), help);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithItsExitCodesAndExamples(String command) {
        String help = run(command, "--help").exitingWith(0).out();
        assertTrue(help.startsWith("Usage: spark-submit tidemark-spark.jar " + command), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
        assertTrue(help.matches("(?s).*\\RExit codes:\\R  0 +\\S.*\\R  2 +wrong usage.*"), help);
        assertTrue(help.contains("which \"spark-submit tidemark-spark.jar --help\" explains:"), help);
        assertFalse(help.contains("warehouse"), help);
        List<String> examples = help.substring(help.indexOf("Examples:")).lines().skip(1).toList();
        for (String example : examples) {
            String[] words = example.replaceFirst("^ +spark-submit tidemark-spark.jar ", "").split(" ");
            assertEquals(command, root().parseArgs(words).subcommand().commandSpec().name(), example);
        }
        for (ArgSpec option : root().getSubcommands().get(command).getCommandSpec().args()) {
            assertTrue(option.description().length > 0 && !option.description()[0].isBlank(), option::toString);
        }
    }

    private static CommandLine root() {
        Console nowhere = new Console(null, null, Map.of(), Clock.systemUTC(), Terminal.none());
        return new CommandLine(new LakeCommand(nowhere)).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static TidemarkCli.Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = LakeRunner.run(
                new Console(new PrintWriter(out), new PrintWriter(err), Map.of(), Clock.systemUTC(), Terminal.none()),
                arguments);
        return new TidemarkCli.Result(List.of(arguments), exitCode, out.toString(), err.toString());
    }
}
