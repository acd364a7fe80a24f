package dev.tidemark.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with the packaged program.
 *
 * @param folder the folder, which holds {@code bin} and {@code lib}
 */
record Installation(Path folder) {
    /** How a command ended, and the classes that it loaded, each with where from. */
    record Outcome(int exitCode, String output, String errors, List<String> classes) {
        /** Whether a class was loaded whose name begins so. */
        boolean loaded(String beginning) {
            return classes.stream().anyMatch(line -> line.startsWith(beginning));
        }

        /** How many classes came out of the start-up cache. */
        long cached() {
            return classes.stream().filter(line -> line.endsWith("shared objects file")).count();
        }
    }

    /** What the build made. */
    static Installation built() {
        return new Installation(target().resolve("tidemark"));
    }

    static Path target() {
        return Path.of(System.getProperty("tidemark.test.directory"));
    }

    Path lib() {
        return folder.resolve("lib");
    }

    /** Copies the folder as {@code cp} does with these options. */
    Installation copiedTo(Path place, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("cp"));
        command.addAll(List.of(options));
        command.addAll(List.of(folder.toString(), place.toString()));
        execute(command);
        return new Installation(place);
    }

    /** Unpacks the archive that the build made, and whose name matches. */
    static Installation unpackedIn(Path place, String archive) throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(target())) {
            Path file = files.filter(path -> path.getFileName().toString().matches(archive)).findFirst().orElseThrow();
            execute(List.of("tar", "-xzf", file.toString(), "-C", place.toString()));
            return new Installation(place.resolve("tidemark"));
        }
    }

    /** Runs a command with the JVM of the build, and with more options for it. */
    Outcome run(String javaOptions, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("tidemark-classes-", ".log");
        try {
            List<String> command = new ArrayList<>(List.of(folder.resolve("bin/tidemark").toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(variable -> variable.startsWith("TIDEMARK_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put(
                    "TIDEMARK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log + "::filecount=0 " + javaOptions);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = process.inputReader().readAllAsString();
            String errors = process.errorReader().readAllAsString();
            int exitCode = process.waitFor();
            List<String> classes = Files.readAllLines(log).stream()
                    .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", ""))
                    .toList();
            return new Outcome(exitCode, output, errors, classes);
        } finally {
            Files.delete(log);
        }
    }

    private static void execute(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
    }
}
