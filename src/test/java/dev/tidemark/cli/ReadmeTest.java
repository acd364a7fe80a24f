package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Terminal;
import dev.tidemark.config.Setting;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The README, with the guide to settings, says something of everything that users can say or be told. */
class ReadmeTest {
    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("README.md")) + Files.readString(Path.of("src/docs/settings.md"));
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

    static Stream<String> variables() {
        return Stream.concat(Arrays.stream(Setting.values()).map(Setting::variable), Stream.of("TIDEMARK_CONFIG"));
    }

    static Stream<String> keys() {
        return Arrays.stream(Setting.values()).map(Setting::key);
    }

    static IntStream exitCodes() {
        return IntStream.concat(
                Arrays.stream(ExitCode.class.getFields()).mapToInt(ReadmeTest::value), IntStream.of(130, 143));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasItsPlace(String command) {
        assertMentioned("(?m)^\\| `" + command + "` \\|");
        assertMentioned("(?m)^tidemark " + command + "\\b");
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyOptionIsMentioned(String option) {
        assertMentioned("[` ]" + option + "[` ]");
    }

    @ParameterizedTest
    @MethodSource("variables")
    void everyVariableIsMentioned(String variable) {
        assertMentioned("`" + variable + "`");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyOfTheConfigurationIsMentioned(String key) {
        assertMentioned("\\| `" + key.replace(".", "\\.") + "` \\|");
    }

    @ParameterizedTest
    @MethodSource("exitCodes")
    void everyExitCodeIsMentioned(int code) {
        assertMentioned("(?m)^\\|[^|]*\\b" + code + "\\b[^|]*\\|");
    }

    private static void assertMentioned(String pattern) {
        assertTrue(readme.matches("(?s).*?" + pattern + ".*"), () -> "README.md and settings.md have no " + pattern);
    }

    private static int value(Field constant) {
        try {
            return constant.getInt(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static CommandLine root() {
        return new CommandLine(new AllCommands(new Console(null, null, Map.of(), Clock.systemUTC(), Terminal.none())));
    }
}
