package dev.tidemark;

import dev.tidemark.cli.CommandRunner;
import dev.tidemark.cli.terminal.Console;

/**
 * Runs several commands in one process, from which the build has the JVM learn what to keep in its start-up cache. It
 * has to be among the program's own classes: a cache fits only the class path it was made with.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** Runs each of {@code commands}, its words separated by blanks; one that fails is an error. */
    public static void main(String[] commands) {
        Tidemark.settle();
        for (String command : commands) {
            int exitCode = CommandRunner.run(Console.ofProcess(), command.split(" "));
            if (exitCode != 0) {
                throw new IllegalStateException(command + " ended with exit code " + exitCode);
            }
        }
    }
}
