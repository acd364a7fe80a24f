package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Terminal;
import dev.tidemark.support.TidemarkCli;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Every command explains itself. */
class HelpTest {
    private final TidemarkCli tidemark = TidemarkCli.in(Map.of());

    static List<String> commands() {
        return List.copyOf(root().getSubcommands().keySet());
    }

    @Test
    void theCommandsComeInTheOrderOfTheirUse() {
        assertEquals(
                List.of("init", "full-load", "incremental", "validate", "status", "report", "check", "keys",
                        "export", "config", "completion", "help"),
                commands());
    }

    @Test
    void helpIsFoundByEveryNameThatPeopleTry() {
        String general = tidemark.succeed("--help").out();
        assertEquals(general, tidemark.succeed("-h").out());
        assertEquals(general, tidemark.succeed("help").out());
        assertEquals(tidemark.succeed("validate", "--help").out(), tidemark.succeed("help", "validate").out());
        assertEquals(tidemark.succeed("validate", "--help").out(), tidemark.succeed("validate", "-h").out());
        assertEquals(tidemark.succeed("--version").out(), tidemark.succeed("-V").out());
    }

    @Test
    void generalHelpBeginsWithTheCommands() {
        String general = tidemark.succeed("--help").out();
        assertTrue(general.indexOf("Commands:") > 0, general);
        assertTrue(general.indexOf("Commands:") < general.indexOf("--config"), general);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExample(String command) {
        String help = tidemark.succeed(command, "--help").out();
        assertTrue(help.startsWith("Usage: tidemark " + command), help);
        String example = help.substring(help.indexOf("Example"));
        assertTrue(example.matches("(?s)Examples?:\\R  tidemark .*" + command + ".*"), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
        assertTrue(help.matches("(?s).*\\RExit codes:\\R  0 +\\S.*\\R  2 +wrong usage.*"), help);
        assertTrue(help.indexOf("Options of every command,") > 0, help);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleIsUnderstood(String command) {
        String help = tidemark.succeed(command, "--help").out();
        List<String> examples =
                help.substring(help.indexOf("Example")).lines().skip(1).map(String::strip).toList();
        assertFalse(examples.isEmpty());
        for (String example : examples) {
            String[] words = example.replaceFirst("^tidemark ", "").replaceFirst(" (>|&&|\\|).*", "").split(" ");
            assertEquals(command, root().parseArgs(words).subcommand().commandSpec().name(), example);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionIsDescribed(String command) {
        for (ArgSpec option : root().getSubcommands().get(command).getCommandSpec().args()) {
            assertTrue(option.description().length > 0 && !option.description()[0].isBlank(), option::toString);
        }
    }

    @Test
    void theProgramHasHelpWithItsCommandsAndExitCodes() {
        String help = tidemark.succeed("--help").out();
        Stream.concat(commands().stream(), Stream.of("Exit codes:", "TIDEMARK_SOURCE_PASSWORD", "Examples:"))
                .forEach(expected -> assertTrue(help.contains(expected), help));
    }

    private static CommandLine root() {
        return new CommandLine(new AllCommands(new Console(null, null, Map.of(), Clock.systemUTC(), Terminal.none())))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
