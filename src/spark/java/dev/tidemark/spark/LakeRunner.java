package dev.tidemark.spark;

import dev.tidemark.cli.CommandRunner;
import dev.tidemark.cli.terminal.Console;
import picocli.CommandLine;

/** Runs a command line of {@code spark-submit}. */
public final class LakeRunner {
    private LakeRunner() {}

    /** Runs the command that {@code arguments} name; returns its exit code. Throws nothing. */
    public static int run(Console console, String... arguments) {
        LakeCommand root = new LakeCommand(console);
        return CommandRunner.run(console, () -> new CommandLine(root), root::verbose, arguments);
    }
}
