package dev.tidemark.demo;

import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged program, run as a user runs it.
 *
 * @param program the launcher
 * @param source what it reads
 * @param warehouse what it writes
 */
record Launcher(Path program, SakilaSchema source, Path warehouse) {
    /** Runs a command, its output shown; fails where the command does. */
    void run(String... arguments) throws IOException, InterruptedException {
        Demo.say("\n$ tidemark " + String.join(" ", arguments));
        List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("TIDEMARK_SOURCE_URL", source.url());
        process.environment().put("TIDEMARK_SOURCE_USERNAME", source.server().username());
        process.environment().put("TIDEMARK_SOURCE_PASSWORD", source.server().password());
        process.environment().put("TIDEMARK_WAREHOUSE", warehouse.toString());
        int exitCode = process.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("The command exited with " + exitCode);
        }
    }
}
