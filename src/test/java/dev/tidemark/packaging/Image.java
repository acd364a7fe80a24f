package dev.tidemark.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes an image of the folder that brings its own Java. Nothing is below it: the libraries of the C language that the
 * JVM needs are those of the machine that builds.
 */
public final class Image {
    private static final Path HOME = Path.of("/opt/tidemark");
    private static final int ACCOUNT = 10_001;
    private static final Pattern LIBRARY = Pattern.compile("(?m)(?:=> |^\\s*)(/\\S+) \\(0x");

    private Image() {}

    /**
     * Makes the archive of the image.
     *
     * @param arguments the build's target folder, the version, and the time that all files get
     */
    public static void main(String[] arguments) {
        Packaging.run(target -> make(target, arguments[1], Instant.parse(arguments[2])), Path.of(arguments[0]));
    }

    private static void make(Path target, String version, Instant time) throws IOException, InterruptedException {
        Path folder = target.resolve("dist/tidemark");
        Path layer = target.resolve("image-layer.tar");
        try (ReproducibleTar tar = ReproducibleTar.to(layer, time)) {
            tar.text(Path.of("/etc/passwd"), "tidemark:x:%1$d:%1$d::/data:/\n".formatted(ACCOUNT));
            tar.text(Path.of("/etc/group"), "tidemark:x:%d:\n".formatted(ACCOUNT));
            tar.folder(Path.of("/tmp"), 01777, 0);
            tar.folder(Path.of("/data"), 0750, ACCOUNT);
            for (String library : libraries(folder)) {
                tar.file(Path.of(library), Path.of(library));
            }
            for (Path file : files(folder)) {
                tar.file(HOME.resolve(folder.relativize(file)), file);
            }
        }
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        Path archive = target.resolve("tidemark-image-%s-%s.tar".formatted(version, processor));
        new ImageArchive("tidemark:" + version, processor, time, configuration(folder)).write(layer, archive);
        Files.delete(layer);
    }

    private static Map<String, Object> configuration(Path folder) {
        return Map.of(
                "User", ACCOUNT + ":" + ACCOUNT,
                "WorkingDir", "/data",
                "Volumes", Map.of("/data", Map.of()),
                "Env", List.of("LC_ALL=C.UTF-8", "TIDEMARK_WAREHOUSE=/data/analytics.db"),
                "Entrypoint", command(folder));
    }

    // There is no shell for the launcher.
    private static List<String> command(Path folder) {
        List<String> command = new ArrayList<>(List.of(
                HOME.resolve("runtime/bin/java").toString(),
                "@" + HOME.resolve("lib/java.options"),
                "-Dorg.sqlite.lib.path=" + HOME.resolve("lib/org/sqlite/native/Linux").resolve(processor()),
                "-Dorg.sqlite.lib.name=libsqlitejdbc.so"));
        if (Files.exists(folder.resolve("lib/tidemark.aot"))) {
            command.addAll(List.of(
                    "-XX:AOTCache=" + HOME.resolve("lib/tidemark.aot"),
                    "-Xlog:disable", "-Xlog:all=warning,aot*=off,cds*=off:stderr"));
        }
        command.addAll(List.of("-cp", HOME.resolve("lib/tidemark.jar").toString(), "dev.tidemark.Tidemark"));
        return command;
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("amd64") ? "x86_64" : name;
    }

    /** The libraries outside of the folder that the programs and libraries in it need, and the loader. */
    private static SortedSet<String> libraries(Path folder) throws IOException, InterruptedException {
        SortedSet<String> libraries = new TreeSet<>();
        for (Path file : files(folder)) {
            boolean here = file.startsWith(folder.resolve("runtime")) || file.toString().contains("/" + processor() + "/");
            if (here && (file.endsWith("bin/java") || file.toString().endsWith(".so"))) {
                Process ldd = new ProcessBuilder("ldd", file.toString()).redirectErrorStream(true).start();
                String needed = ldd.inputReader().readAllAsString();
                if (ldd.waitFor() != 0) {
                    throw new IOException("ldd " + file + " ended with " + ldd.exitValue() + ": " + needed);
                }
                LIBRARY.matcher(needed).results()
                        .map(library -> library.group(1))
                        .filter(library -> !Path.of(library).normalize().startsWith(folder))
                        .forEach(libraries::add);
            }
        }
        return libraries;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
