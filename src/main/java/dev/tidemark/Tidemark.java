package dev.tidemark;

import dev.tidemark.cli.CommandRunner;
import dev.tidemark.cli.Console;

/** The entry point of the command line. */
public final class Tidemark {
    private Tidemark() {}

    /** Runs the command that {@code arguments} name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(CommandRunner.run(Console.ofProcess(), arguments));
    }
}
