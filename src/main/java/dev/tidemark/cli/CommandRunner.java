package dev.tidemark.cli;

import picocli.CommandLine;

/** Parses a command line, runs the command and turns failures into one line and an exit code. */
public final class CommandRunner {
    private CommandRunner() {}

    /** Runs the command that {@code arguments} name; returns its exit code. Throws nothing. */
    public static int run(Console console, String... arguments) {
        RootCommand root = new RootCommand(console);
        CommandLine line = new CommandLine(root, new Makers())
                .setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Colours.of(console).ansi()))
                .setParameterExceptionHandler((failure, given) -> Failures.ofUsage(console, failure))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Failures.ofExecution(console, failure, root.verbose()));
        HelpText.layOut(line);
        try {
            return line.execute(arguments);
        } catch (Error failure) {
            return Failures.ofFault(console, failure, root.verbose());
        } finally {
            console.out().flush();
            console.err().flush();
        }
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
