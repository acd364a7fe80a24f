package dev.tidemark.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** Parses a command line, runs the command and turns failures into one line and an exit code. */
public final class CommandRunner {
    private CommandRunner() {}

    /** Runs the command that {@code arguments} name; returns its exit code. Throws nothing. */
    public static int run(Console console, String... arguments) {
        List<String> named = NamedCommands.in(arguments);
        if (!named.isEmpty()) {
            Encryption.prepare();
            RootCommand root = new RootCommand(console);
            CommandLine line = prepared(NamedCommands.add(new CommandLine(root, new Makers()), named), root, arguments);
            if (isUnderstood(line, arguments)) {
                return execute(line, root, arguments);
            }
        }
        // What is wrong is told by one that knows all commands.
        RootCommand root = new AllCommands(console);
        return execute(prepared(new CommandLine(root, new Makers()), root, arguments), root, arguments);
    }

    private static CommandLine prepared(CommandLine line, RootCommand root, String... arguments) {
        Console console = root.console();
        HelpText.layOut(line, columnsForHelp(console, arguments));
        return line.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Colours.of(console).ansi()))
                .setParameterExceptionHandler((failure, given) -> Failures.ofUsage(console, failure))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Failures.ofExecution(console, failure, root.verbose()));
    }

    private static boolean isUnderstood(CommandLine line, String... arguments) {
        try {
            line.parseArgs(arguments);
            return true;
        } catch (CommandLine.ParameterException misunderstood) {
            return false;
        }
    }

    private static int execute(CommandLine line, RootCommand root, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error failure) {
            return Failures.ofFault(root.console(), failure, root.verbose());
        } finally {
            root.console().out().flush();
            root.console().err().flush();
        }
    }

    // The width of a terminal is asked for where help is, as that takes a moment.
    private static int columnsForHelp(Console console, String... arguments) {
        boolean asked = console.terminal().out() && Arrays.asList(arguments).contains("--help");
        return asked ? console.terminal().columns().getAsInt() : Integer.MAX_VALUE;
    }

    // A native executable can make by reflection only what picocli's processor knows of, and it passes this one over.
    private record Makers() implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type.equals(SettingOptions.class)
                    ? type.cast(new SettingOptions())
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
