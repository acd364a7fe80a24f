package dev.tidemark.packaging;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.copy.generator.ChinookGenerator;
import dev.tidemark.copy.generator.GitHistoryGenerator;
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

    private static final List<String> COPY_COMMANDS = List.of(
            "full-load", "incremental", "validate", "status", "check", "keys", "incremental --format json");
    private static final long SEED = 1;
    private static final int ROWS = 1_000;

    /** Makes it from commands on {@code source} and on copies, with files in {@code folder}, which must be empty. */
    void make(SakilaSchema source, Path folder) throws IOException, InterruptedException {
        Path star = Files.writeString(folder.resolve("star.yml"), """
                source: {url: "%s", username: "%s", password: "%s"}
                warehouse: %s
                """.formatted(
                source.url(),
                source.server().username(),
                source.server().password(),
                folder.resolve("analytics.db")));
        Path store = folder.resolve("chinook.db");
        Path history = folder.resolve("git-history.db");
        new ChinookGenerator(SEED, ROWS).write(store);
        new GitHistoryGenerator(SEED, ROWS).write(history);
        try (CopyJob migration = copy(store, CopyTargetKind.POSTGRESQL, "keys: keep");
                CopyJob sync = copy(history, CopyTargetKind.MYSQL, "keys: assign\ncommit: table")) {
            List<Path> copies = List.of(migration.configuration(), sync.configuration());
            List<String> preparation = new ArrayList<>(with(star, List.of("init")));
            List<String> commands = new ArrayList<>(with(star, COMMANDS));
            commands.addAll(with(star, List.of("report --output " + folder.resolve("report.html"))));
            for (Path copy : copies) {
                preparation.addAll(with(copy, List.of("init")));
                commands.addAll(with(copy, COPY_COMMANDS));
            }
            rehearse(folder, List.of("-XX:TieredStopAtLevel=1"), preparation);
            remove();
            // What the JVM learns of compiling would have it compile more than a short command ever needs.
            rehearse(
                    folder,
                    List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + file()),
                    commands);
            if (!Files.exists(file())) {
                throw new IllegalStateException("No " + file() + " was made: see " + log(folder));
            }
        }
    }

    /** Removes the one that an earlier build made. */
    void remove() throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        return lib.resolve("tidemark.aot");
    }

    private static CopyJob copy(Path source, CopyTargetKind kind, String settings) {
        return CopyJob.in(
                source.getParent(), source.getFileName().toString(), new SqliteFile(source), kind, settings);
    }

    private static List<String> with(Path configuration, List<String> commands) {
        return commands.stream().map(command -> "--config " + configuration + " " + command).toList();
    }

    private void rehearse(Path folder, List<String> options, List<String> commands)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(List.of(
                "@" + lib.resolve("java.options"),
                "-cp", lib.resolve("tidemark.jar").toString(), "dev.tidemark.Rehearsal"));
        command.addAll(commands);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(commands + " ended with " + exitCode + ": see " + log(folder));
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("rehearsal.log");
    }
}
