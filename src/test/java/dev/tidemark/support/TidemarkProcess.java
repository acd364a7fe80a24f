package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of Tidemark in its own process, with this JVM's Java and class path and the launcher's options and limits
 * of memory; closing it kills it.
 */
public final class TidemarkProcess implements AutoCloseable {
    /** The launcher's options of the JVM for a short command. */
    public static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms16m",
            "-Xmx88m",
            "--enable-native-access=ALL-UNNAMED");
    private static final long PATIENCE_SECONDS = 90;

    private final List<String> arguments;
    private final Process process;

    private TidemarkProcess(List<String> arguments, Process process) {
        this.arguments = arguments;
        this.process = process;
    }

    /** Starts a command in the environment of {@code tidemark}. */
    public static TidemarkProcess start(TidemarkCli tidemark, String... arguments) {
        return startUnder(List.of(), tidemark, arguments);
    }

    /** The same under another program, such as one that limits what the process may do. */
    public static TidemarkProcess startUnder(List<String> wrapper, TidemarkCli tidemark, String... arguments) {
        return launch(wrapper, tidemark, "dev.tidemark.Tidemark", arguments);
    }

    /** Starts another main class of the tests' class path in the environment of {@code tidemark}. */
    public static TidemarkProcess java(TidemarkCli tidemark, String mainClass, String... arguments) {
        return launch(List.of(), tidemark, mainClass, arguments);
    }

    private static TidemarkProcess launch(
            List<String> wrapper, TidemarkCli tidemark, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        // If the tests run in the background, SIGINT is ignored, and children inherit that.
        command.addAll(List.of("env", "--default-signal=INT"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("TIDEMARK_"));
        builder.environment().putAll(tidemark.environment());
        try {
            return new TidemarkProcess(List.of(arguments), builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The number of the process. */
    public long id() {
        return process.pid();
    }

    /** Whether the process has not ended yet. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Kills the process as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /** Sends a signal, such as {@code INT}. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(id())).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits until the process prints a line to stdout; returns that line. */
    public String awaitLine() throws IOException {
        return process.inputReader().readLine();
    }

    /** Waits for the end and returns what the process printed. */
    public TidemarkCli.Result result() {
        return result(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /** The same, but a process that takes longer than {@code patience} is an error. */
    public TidemarkCli.Result result(Duration patience) {
        if (!await(patience)) {
            throw new AssertionError(arguments + " has not ended within " + patience);
        }
        try {
            return new TidemarkCli.Result(
                    arguments,
                    process.exitValue(),
                    process.inputReader().readAllAsString(),
                    process.errorReader().readAllAsString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private boolean await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
