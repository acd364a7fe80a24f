package dev.tidemark;

import dev.tidemark.cli.CommandRunner;
import dev.tidemark.cli.Console;

/** The entry point of the command line. */
public final class Tidemark {
    private Tidemark() {}

    /** Runs the command that {@code arguments} name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        chooseLogger();
        System.exit(CommandRunner.run(Console.ofProcess(), arguments));
    }

    /** Logback is there for log files alone: what libraries have to say goes to stderr, and none is searched for. */
    static void chooseLogger() {
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }
}
