package dev.tidemark.spark;

import dev.tidemark.cli.exit.Failures;
import dev.tidemark.cli.terminal.Console;
import picocli.CommandLine;

/** Parses a command line, runs the command and turns failures into one line and an exit code. */
public final class LakeRunner {
    private LakeRunner() {}

    /** Runs the command that {@code arguments} name; returns its exit code. Throws nothing. */
    public static int run(Console console, String... arguments) {
        LakeCommand root = new LakeCommand(console);
        try {
            return new CommandLine(root)
                    .setOut(console.out())
                    .setErr(console.err())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setAbbreviatedOptionsAllowed(false)
                    .setParameterExceptionHandler((failure, given) -> Failures.ofUsage(console, failure))
                    .setExecutionExceptionHandler((failure, command, parsed) ->
                            Failures.ofExecution(console, failure, root.verbose()))
                    .execute(arguments);
        } catch (Error failure) {
            return Failures.ofFault(console, failure, root.verbose());
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }
}
