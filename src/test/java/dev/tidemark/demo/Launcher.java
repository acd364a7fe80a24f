package dev.tidemark.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged program, run as a user runs it.
 *
 * @param program the launcher
 * @param settings the environment variables that it gets
 */
record Launcher(Path program, Map<String, String> settings) {
    /** Runs a command, its output shown; fails where the command does. */
    void run(String... arguments) throws IOException, InterruptedException {
        runExpecting(0, arguments);
    }

    /** The same for a command that exits with another code, which is shown too. */
    void runExpecting(int expected, String... arguments) throws IOException, InterruptedException {
        require(expected, process(arguments).inheritIO().start());
        if (expected != 0) {
            Demo.say("(exit code " + expected + ")");
        }
    }

    /** Runs a command, and shows the first lines of its output. */
    void runShowing(int lines, String... arguments) throws IOException, InterruptedException {
        Process process = process(arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        require(0, process);
        output.stream().limit(lines).forEach(Demo::say);
        Demo.say("... and %,d more lines".formatted(Math.max(0, output.size() - lines)));
    }

    private ProcessBuilder process(String... arguments) {
        Demo.say("\n$ tidemark " + String.join(" ", arguments));
        List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(settings);
        return process;
    }

    private static void require(int expected, Process process) throws InterruptedException {
        int exitCode = process.waitFor();
        if (exitCode != expected) {
            throw new IllegalStateException("The command exited with " + exitCode);
        }
    }
}
