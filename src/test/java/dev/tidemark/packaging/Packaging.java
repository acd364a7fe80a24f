package dev.tidemark.packaging;

import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Completes the folder that the build assembles: what starts a JVM quickly cannot be had from a plugin. */
public final class Packaging {
    private Packaging() {}

    /**
     * Completes a folder.
     *
     * @param arguments the build's target folder, and whether to leave the cache out
     */
    public static void main(String[] arguments) {
        boolean withoutCache = Boolean.parseBoolean(arguments[1]);
        run(target -> complete(target, withoutCache), Path.of(arguments[0]));
    }

    /** A step of the build. */
    @FunctionalInterface
    interface Step {
        void run(Path target) throws IOException, InterruptedException;
    }

    /** Runs a step and ends the process: threads of the embedded server would go on. */
    static void run(Step step, Path target) {
        try {
            step.run(target.toRealPath());
            System.exit(0);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static void complete(Path target, boolean withoutCache) throws IOException, InterruptedException {
        Path lib = target.resolve("tidemark/lib");
        OldClasses.renew(picocli(lib));
        StartCache cache = new StartCache(Path.of(System.getProperty("java.home"), "bin", "java"), lib);
        if (withoutCache) {
            cache.remove();
        } else {
            rehearse(cache, target);
        }
    }

    /** Makes a cache, with files in {@code target}. */
    static void rehearse(StartCache cache, Path target) throws IOException, InterruptedException {
        try (SakilaSchema source = source()) {
            cache.make(source, emptied(target.resolve("rehearsal")));
        }
    }

    /** What rehearsals read. MySQL encrypts unless told otherwise, and the classes that do it are many. */
    static SakilaSchema source() {
        System.setProperty("tidemark.test.source", "embedded-tls");
        return SakilaSchema.small();
    }

    private static Path picocli(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(jar -> jar.getFileName().toString().matches("picocli-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A folder without files. */
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
