package dev.tidemark.spark;

import dev.tidemark.cli.terminal.Console;

/** The entry point for {@code spark-submit}. */
public final class Lake {
    private Lake() {}

    /** Runs the command that {@code arguments} name; ends the process with its exit code where that is not 0. */
    public static void main(String[] arguments) {
        int exitCode = LakeRunner.run(Console.ofProcess(), arguments);
        // In cluster mode YARN takes a program that ends its process for one that failed.
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
