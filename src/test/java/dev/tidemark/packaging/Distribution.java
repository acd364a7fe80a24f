package dev.tidemark.packaging;

import dev.tidemark.support.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Makes a folder out of the packaged program that brings its own Java. */
public final class Distribution {
    /**
     * The last is for Micronaut, which reads jars as file systems, and the one before for the source's texts, which come
     * in the character sets of their columns; Connector/J's logins need java.naming.
     */
    private static final List<String> MODULES = List.of(
            "java.base", "java.sql", "java.naming", "java.management", "jdk.unsupported", "jdk.charsets", "jdk.zipfs");

    private Distribution() {}

    /**
     * Makes the folder.
     *
     * @param arguments the build's target folder, and whether to leave the cache out
     */
    public static void main(String[] arguments) {
        boolean withoutCache = Boolean.parseBoolean(arguments[1]);
        Packaging.run(target -> make(target, withoutCache), Path.of(arguments[0]));
    }

    private static void make(Path target, boolean withoutCache) throws IOException, InterruptedException {
        Path folder = target.resolve("dist/tidemark");
        TemporaryFolder.delete(folder);
        copy(target.resolve("tidemark"), folder);
        Path runtime = folder.resolve("runtime");
        link(runtime);
        // The archive gives all files one time, and the cache fits only a runtime of the time that it was made with.
        Files.setLastModifiedTime(
                runtime.resolve("lib/modules"), Files.getLastModifiedTime(folder.resolve("lib/tidemark.jar")));
        if (!withoutCache) {
            Packaging.rehearse(new StartCache(runtime.resolve("bin/java"), folder.resolve("lib")), target);
        }
    }

    private static void link(Path runtime) {
        int exitCode = ToolProvider.findFirst("jlink").orElseThrow().run(
                System.out, System.err, "--add-modules", String.join(",", MODULES), "--strip-java-debug-attributes",
                "--no-header-files", "--no-man-pages", "--compress", "zip-6", "--output", runtime.toString());
        if (exitCode != 0) {
            throw new IllegalStateException("jlink ended with " + exitCode);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(path -> !path.toString().endsWith(".aot")).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
