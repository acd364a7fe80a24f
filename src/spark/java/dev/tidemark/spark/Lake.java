package dev.tidemark.spark;

import dev.tidemark.cli.terminal.Console;

/** The entry point for {@code spark-submit}. */
public final class Lake {
    private Lake() {}

    /** Runs the command that {@code arguments} name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(LakeRunner.run(Console.ofProcess(), arguments));
    }
}
