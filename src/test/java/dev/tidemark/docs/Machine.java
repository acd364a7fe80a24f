package dev.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.TidemarkProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * A machine as the guides assume it, with the program in {@code /opt/tidemark}: its root is a folder.
 *
 * @param root the folder, which is the working directory too
 */
record Machine(Path root) {
    /** A machine with the program and the folders of other programs. */
    static Machine in(Path root) throws IOException {
        Path program = Files.createDirectories(root.resolve("opt/tidemark/bin")).resolve("tidemark");
        Files.writeString(
                program, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(String.join("' '", TidemarkProcess.program())));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String folder : new String[] {
            "data", "etc/tidemark", "var/log", "var/lib/analytics", "var/lib/tidemark", "var/lib/node_exporter"
        }) {
            Files.createDirectories(root.resolve(folder));
        }
        return new Machine(root);
    }

    /** Writes a file there; a path in its text means this machine. */
    Path write(String path, String text) throws IOException {
        return Files.writeString(root.resolve(path), here(text));
    }

    /** The text with the paths of this machine. */
    String here(String text) {
        return text.replaceAll("(?<![\\w/])/(opt|etc|var|data)/", root + "/$1/");
    }

    /** Runs a script, as a shell does that knows only these variables; it must succeed. Returns what it printed. */
    String shell(String script, Map<String, String> environment) throws IOException, InterruptedException {
        String strict = "set -e\ncd " + root + "\n" + here(script);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", strict).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", root + "/opt/tidemark/bin:/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.outputWriter().close();
        String out = process.inputReader().readAllAsString();
        assertEquals(0, process.waitFor(), () -> script + "\n" + out);
        return out;
    }
}
