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
     * @param arguments the build's target folder
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]).toRealPath();
        Path lib = target.resolve("tidemark/lib");
        OldClasses.renew(picocli(lib));
        // MySQL encrypts unless told otherwise, and the classes that do it are many.
        System.setProperty("tidemark.test.source", "embedded-tls");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try (SakilaSchema source = SakilaSchema.small()) {
            new StartCache(java, lib).make(source, emptied(target.resolve("rehearsal")));
        }
        // The embedded server ends with the process, and some of its threads would outlive this one.
        System.exit(0);
    }

    private static Path picocli(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(jar -> jar.getFileName().toString().matches("picocli-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

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
