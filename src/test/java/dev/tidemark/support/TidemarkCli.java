package dev.tidemark.support;

import dev.tidemark.cli.CommandRunner;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.ResultStream;
import dev.tidemark.cli.terminal.Terminal;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Runs Tidemark's command line within this JVM, as its launcher would.
 *
 * @param environment the environment that the commands see
 * @param clock this machine's clock, as the commands see it
 */
public record TidemarkCli(Map<String, String> environment, Clock clock) {
    public TidemarkCli {
        environment = Map.copyOf(environment);
    }

    /** A command line whose environment names this source and this warehouse. */
    public static TidemarkCli of(SakilaSchema source, Path warehouse) {
        return in(Map.of(
                "TIDEMARK_SOURCE_URL", source.url(),
                "TIDEMARK_SOURCE_USERNAME", source.server().username(),
                "TIDEMARK_SOURCE_PASSWORD", source.server().password(),
                "TIDEMARK_WAREHOUSE", warehouse.toString()));
    }

    /** A command line in this environment. */
    public static TidemarkCli in(Map<String, String> environment) {
        return new TidemarkCli(environment, Clock.systemUTC());
    }

    /** The same with one more variable. */
    public TidemarkCli with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new TidemarkCli(more, clock);
    }

    /** The same without a variable. */
    public TidemarkCli without(String variable) {
        Map<String, String> fewer = new HashMap<>(environment);
        fewer.remove(variable);
        return new TidemarkCli(fewer, clock);
    }

    /** The same on a machine with this clock. */
    public TidemarkCli at(Clock otherClock) {
        return new TidemarkCli(environment, otherClock);
    }

    /** Runs a command and returns what it printed, whatever its exit code. */
    public Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), environment, clock, Terminal.none());
        int exitCode = CommandRunner.run(console, arguments);
        return new Result(List.of(arguments), exitCode, out.toString(), err.toString());
    }

    /** Runs a command whose stdout is a disk without space. */
    public Result runOntoFullDisk(String... arguments) {
        StringWriter err = new StringWriter();
        try (FileOutputStream full = new FileOutputStream("/dev/full")) {
            PrintWriter out = new PrintWriter(new ResultStream(full), true);
            Console console = new Console(out, new PrintWriter(err), environment, clock, Terminal.none());
            int exitCode = CommandRunner.run(console, arguments);
            return new Result(List.of(arguments), exitCode, "", err.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs a command that must succeed. */
    public Result succeed(String... arguments) {
        return run(arguments).exitingWith(0);
    }

    /** Runs a command that must exit with {@code exitCode}, and returns its JSON. */
    public JsonNode json(int exitCode, String... arguments) {
        String[] withFormat = Arrays.copyOf(arguments, arguments.length + 1);
        withFormat[arguments.length] = "--format=json";
        return Json.parse(run(withFormat).exitingWith(exitCode).out());
    }

    /** Runs several commands of one word each, all of which must succeed. */
    public void succeedAll(String... commands) {
        Arrays.stream(commands).forEach(this::succeed);
    }

    /**
     * The outcome of a command.
     *
     * @param arguments the command line
     * @param exitCode its exit code
     * @param out its stdout
     * @param err its stderr
     */
    public record Result(List<String> arguments, int exitCode, String out, String err) {
        /** This result, if the exit code is the expected one. */
        public Result exitingWith(int expected) {
            if (exitCode != expected) {
                throw new AssertionError("%s exited with %d instead of %d%n%s%n%s"
                        .formatted(arguments, exitCode, expected, out, err));
            }
            return this;
        }

        /** The only line on stderr of a command that failed properly: no result, no stack trace. */
        public String complaint() {
            List<String> lines = err.lines().toList();
            if (!out.isEmpty() || lines.size() != 1 || !lines.getFirst().startsWith("tidemark: ")) {
                throw new AssertionError("%s should say one line on stderr%n%s%n%s".formatted(arguments, out, err));
            }
            return lines.getFirst();
        }
    }
}
