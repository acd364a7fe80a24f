package dev.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The guide to lakes has every command and every option. */
class LakeGuideTest {
    private static String guide;

    @BeforeAll
    static void read() throws IOException {
        guide = Files.readString(Path.of("src/docs/spark.md"));
    }

    static Stream<String> commands() {
        return root().getSubcommands().keySet().stream();
    }

    static Stream<String> options() {
        return Stream.concat(Stream.of(root()), root().getSubcommands().values().stream())
                .flatMap(command -> command.getCommandSpec().options().stream())
                .flatMap(option -> Arrays.stream(option.names()))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasItsPlace(String command) {
        assertTrue(guide.contains("\n| `" + command + "` | "), "The table of commands has no " + command);
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyOptionIsMentioned(String option) {
        assertTrue(guide.matches("(?s).*`" + option + "[` ].*"), "The guide has no " + option);
    }

    private static CommandLine root() {
        return new CommandLine(
                new LakeCommand(new Console(null, null, Map.of(), Clock.systemUTC(), Terminal.none())));
    }
}
