package dev.tidemark.packaging;

import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the start-up cache of a packaged program, by having a JVM watch what commands do.
 *
 * @param java the program {@code java} that the cache is for; no other takes it
 * @param lib the folder of the jars, in which the cache is kept
 */
record StartCache(Path java, Path lib) {
    private static final List<String> COMMANDS = List.of(
            "--version", "--help", "full-load", "incremental", "validate", "status", "check", "keys", "config",
            "completion", "status --format json", "incremental --format json",
            "incremental --since 2000-01-01", "incremental --detect timestamps");

    /** Makes it from commands on {@code source}, with a warehouse in {@code folder}, which must be empty. */
    void make(SakilaSchema source, Path folder) throws IOException, InterruptedException {
        rehearse(source, folder, List.of(), List.of("init"));
        Path cache = lib.resolve("tidemark.aot");
        Files.deleteIfExists(cache);
        // What the JVM learns of compiling would have it compile more than a short command ever needs.
        rehearse(
                source,
                folder,
                List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + cache),
                COMMANDS);
        if (!Files.exists(cache)) {
            throw new IllegalStateException("No " + cache + " was made: see " + log(folder));
        }
    }

    private void rehearse(SakilaSchema source, Path folder, List<String> options, List<String> commands)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC", "-Xmx72m", "-XX:MaxNewSize=16m", "--enable-native-access=ALL-UNNAMED",
                "-cp", lib.resolve("tidemark.jar").toString(), "dev.tidemark.Rehearsal"));
        command.addAll(commands);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
        builder.environment().put("TIDEMARK_SOURCE_URL", source.url());
        builder.environment().put("TIDEMARK_SOURCE_USERNAME", source.server().username());
        builder.environment().put("TIDEMARK_SOURCE_PASSWORD", source.server().password());
        builder.environment().put("TIDEMARK_WAREHOUSE", folder.resolve("analytics.db").toString());
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(commands + " ended with " + exitCode + ": see " + log(folder));
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("rehearsal.log");
    }
}
