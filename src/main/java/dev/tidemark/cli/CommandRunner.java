package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.exit.Failures;
import dev.tidemark.cli.terminal.Colours;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.failure.TidemarkException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Parses a command line, runs the command and turns failures into one line and an exit code. */
public final class CommandRunner {
    private static final List<String> HELP = List.of("-h", "--help", "help");

    // Alone it needs no model of the commands, which takes half of the time to make.
    private static final List<String> VERSION = List.of(Version.SHORT_OPTION, Version.OPTION);

    private CommandRunner() {}

    /** Runs the command that {@code arguments} name; returns its exit code. Throws nothing. */
    public static int run(Console console, String... arguments) {
        Optional<Class<?>> command = AllCommands.neededAlone(arguments);
        RootCommand root = command.isPresent() ? new RootCommand(console) : new AllCommands(console);
        return run(console, () -> line(root, command), root::verbose, arguments);
    }

    private static CommandLine line(RootCommand root, Optional<Class<?>> command) {
        CommandLine line = new CommandLine(root, new Makers());
        command.ifPresent(line::addSubcommand);
        return line;
    }

    /**
     * Does the same for other commands.
     *
     * @param line makes the commands, only if they are needed
     * @param verbose whether to print the trace of a failure, asked after the arguments were parsed
     */
    public static int run(
            Console console, Supplier<CommandLine> line, BooleanSupplier verbose, String... arguments) {
        try {
            if (arguments.length == 1 && VERSION.contains(arguments[0])) {
                return printed(console, verbose, new Version().getVersion()[0]);
            }
            return prepared(line.get(), console, verbose, arguments).execute(arguments);
        } catch (Error failure) {
            return Failures.ofFault(console, failure, verbose.getAsBoolean());
        } finally {
            console.err().flush();
        }
    }

    private static CommandLine prepared(
            CommandLine line, Console console, BooleanSupplier verbose, String... arguments) {
        HelpText.layOut(line, columnsForHelp(console, arguments));
        return line.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Colours.of(console).ansi()))
                .setExecutionStrategy(parsed -> execute(parsed, console, verbose))
                .setParameterExceptionHandler((failure, given) -> Failures.ofUsage(console, failure))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Failures.ofExecution(console, failure, verbose.getAsBoolean()));
    }

    private static int printed(Console console, BooleanSupplier verbose, String line) {
        return flushed(console, verbose, () -> {
            console.out().println(line);
            return ExitCode.DONE;
        });
    }

    // Help is printed, and the rest of a result flushed, outside of commands, where picocli would print a stack trace.
    private static int execute(CommandLine.ParseResult parsed, Console console, BooleanSupplier verbose) {
        return flushed(console, verbose, () -> new CommandLine.RunLast().execute(parsed));
    }

    private static int flushed(Console console, BooleanSupplier verbose, IntSupplier work) {
        try {
            int exitCode = work.getAsInt();
            console.out().flush();
            return exitCode;
        } catch (TidemarkException unwritten) {
            return Failures.ofExecution(console, unwritten, verbose.getAsBoolean());
        }
    }

    // Asks for the terminal's width only for help, because asking takes a moment.
    private static int columnsForHelp(Console console, String... arguments) {
        boolean asked = console.terminal().out() && !Collections.disjoint(HELP, Arrays.asList(arguments));
        return asked ? console.terminal().columns().getAsInt() : Integer.MAX_VALUE;
    }

    // picocli's processor does not register SettingOptions, so a native executable cannot make it by reflection.
    private record Makers() implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type.equals(SettingOptions.class)
                    ? type.cast(new SettingOptions())
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
