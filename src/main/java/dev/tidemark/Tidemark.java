package dev.tidemark;

import dev.tidemark.cli.CommandRunner;
import dev.tidemark.cli.terminal.Console;
import org.graalvm.nativeimage.ImageInfo;
import org.graalvm.nativeimage.VMRuntime;

/** The entry point of the command line. */
public final class Tidemark {
    private Tidemark() {}

    /** Runs the command that {@code arguments} name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (System.getProperty(ImageInfo.PROPERTY_IMAGE_CODE_KEY) != null) {
            // A native executable that leaves all arguments to the program handles signals only from here on.
            VMRuntime.initialize();
        }
        settle();
        System.exit(CommandRunner.run(Console.ofProcess(), arguments));
    }

    /** Settles what libraries would otherwise search for when they are first used. */
    static void settle() {
        // No text or number here depends on the user's language: Java's data of languages, large, need not be read.
        System.setProperty("java.locale.providers", "SPI");
        // Logback is there for log files alone: what libraries have to say goes to stderr.
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }
}
