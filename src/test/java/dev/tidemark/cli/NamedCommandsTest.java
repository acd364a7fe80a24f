package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A run that describes only the commands it names is as good as one that describes all. */
class NamedCommandsTest {
    private static final Console NOBODY = new Console(null, null, Map.of(), Clock.systemUTC(), Terminal.none());

    static List<String> commands() {
        return all().getSubcommands().keySet().stream().toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandHasTheSameOptionsByItself(String name) {
        List<String> named = NamedCommands.in(name);
        if (name.equals("completion")) {
            assertEquals(List.of(), named);
            return;
        }
        assertEquals(List.of(name), named);
        CommandLine line = NamedCommands.add(new CommandLine(new RootCommand(NOBODY)), named);
        assertEquals(
                options(all().getSubcommands().get(name).getCommandSpec()).toList(),
                options(line.getSubcommands().get(name).getCommandSpec()).toList());
        assertEquals(options(all().getCommandSpec()).toList(), options(line.getCommandSpec()).toList());
    }

    @ParameterizedTest
    @CsvSource({"--version", "--help", "status --help", "--help=true status", "@file status", "statsu", "''", "completion", "--quiet"})
    void whatSpeaksOfAllDescribesAll(String arguments) {
        assertEquals(List.of(), NamedCommands.in(arguments.split(" ")));
    }

    @Test
    void aCommandIsFoundAmongOptions() {
        assertEquals(List.of("keys", "status"), NamedCommands.in("--warehouse", "keys", "status", "--runs", "3"));
    }

    private static CommandLine all() {
        return new CommandLine(new AllCommands(NOBODY));
    }

    private static Stream<String> options(CommandSpec command) {
        return command.options().stream().map(OptionSpec::longestName).sorted();
    }
}
