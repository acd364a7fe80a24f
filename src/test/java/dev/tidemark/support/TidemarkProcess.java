package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of Tidemark in its own process; closing it kills it. Tests of what was packaged start the packaged program,
 * which starts in half the time; others start a JVM with this one's class path and the launcher's options and limits of
 * memory.
 */
public final class TidemarkProcess implements AutoCloseable {
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final String PACKAGED = System.getProperty("tidemark.test.program", "");
    // Those of the launcher for a short command.
    private static final List<String> OPTIONS =
            List.of("@src/main/options/java.options", "-XX:TieredStopAtLevel=1");
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
        return launch(wrapper, program(), tidemark, arguments);
    }

    /** Starts another main class of the tests' class path in the environment of {@code tidemark}. */
    public static TidemarkProcess java(TidemarkCli tidemark, String mainClass, String... arguments) {
        return launch(List.of(), java(mainClass), tidemark, arguments);
    }

    /** The words that start the program with the Java of this JVM. */
    public static List<String> program() {
        return PACKAGED.isEmpty()
                ? java("dev.tidemark.Tidemark")
                : List.of("env", "JAVA_HOME=" + JAVA_HOME, PACKAGED);
    }

    private static List<String> java(String mainClass) {
        List<String> command = new ArrayList<>(List.of(Path.of(JAVA_HOME, "bin", "java").toString()));
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        return command;
    }

    private static TidemarkProcess launch(
            List<String> wrapper, List<String> program, TidemarkCli tidemark, String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        // If the tests run in the background, SIGINT is ignored, and children inherit that.
        command.addAll(List.of("env", "--default-signal=INT"));
        command.addAll(program);
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
