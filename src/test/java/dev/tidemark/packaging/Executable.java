package dev.tidemark.packaging;

import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The native executable, in an environment.
 *
 * @param program the file
 * @param environment the variables that are for Tidemark; there are no others of it
 */
record Executable(Path program, Map<String, String> environment) {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    /** What the build made in the profile for it, or else a file that is not there. */
    static Path built() {
        return Installation.target().resolve("native/tidemark");
    }

    /** Whether this system can bring a terminal. */
    static boolean hasTerminals() {
        return Files.isExecutable(SCRIPT);
    }

    TidemarkCli.Result run(String... arguments) throws IOException, InterruptedException {
        return finished(start(arguments), arguments);
    }

    /** Starts a command; signals reach it even where they are ignored here. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", program.toString()));
        command.addAll(List.of(arguments));
        return builder(command).start();
    }

    /** Waits for the end of a command. */
    TidemarkCli.Result finished(Process process, String... arguments) throws IOException, InterruptedException {
        String output = process.inputReader().readAllAsString();
        String errors = process.errorReader().readAllAsString();
        return new TidemarkCli.Result(List.of(arguments), process.waitFor(), output, errors);
    }

    /** Runs a command on a terminal, where {@code typed} is entered when it asks; all that it shows is output. */
    TidemarkCli.Result runOnTerminal(String typed, String... arguments) throws IOException, InterruptedException {
        String line = String.join(" ", Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
        Process process = builder(List.of(SCRIPT.toString(), "-qefc", line, "/dev/null")).start();
        StringBuilder shown = new StringBuilder();
        for (int next = process.inputReader().read(); next >= 0; next = process.inputReader().read()) {
            shown.append((char) next);
            if (!typed.isEmpty() && shown.toString().endsWith("source: ")) {
                process.outputWriter().append(typed).append('\n').flush();
            }
        }
        return new TidemarkCli.Result(List.of(arguments), process.waitFor(), shown.toString(), "");
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("TIDEMARK_"));
        builder.environment().putAll(environment);
        return builder;
    }
}
