package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Tidemark in a process of its own, where signals and locks of the operating system are what they are in real life.
 *
 * @param process the process
 */
public record TidemarkProcess(Process process) implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** Starts a command with the environment of {@code tidemark}. */
    public static TidemarkProcess start(TidemarkCli tidemark, String... arguments) {
        return java(tidemark, "dev.tidemark.Tidemark", arguments);
    }

    /** Starts the main class {@code name}, with the class path of the tests. */
    public static TidemarkProcess java(TidemarkCli tidemark, String name, String... arguments) {
        // Who started the tests in the background has SIGINT ignored, and children inherit that.
        List<String> command = new ArrayList<>(List.of(
                "env", "--default-signal=INT", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), name));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(tidemark.environment());
        try {
            return new TidemarkProcess(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends a signal by its name, such as INT. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
    }

    /** Waits until it prints a line to stdout; returns that line. */
    public String awaitLine() throws IOException {
        return process.inputReader().readLine();
    }

    /** Waits for its end; returns what it did, as far as it was not read before. */
    public TidemarkCli.Result result() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The process does not end");
        }
        return new TidemarkCli.Result(
                List.of(), process.exitValue(), process.inputReader().readAllAsString(),
                process.errorReader().readAllAsString());
    }

    /** Ends the process if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
