package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A copy of the installed launcher, and folders that look like Java installations.
 *
 * @param launcher the file that starts the launcher
 */
record LauncherLayout(Path folder, Path launcher) implements AutoCloseable {

    /** The outcome of a run of the launcher. */
    record Outcome(int exitCode, List<String> output, String errors) {}

    /** A new copy in its own folder. */
    static LauncherLayout create() {
        Path folder = TemporaryFolder.create("launcher").path();
        try {
            Path bin = Files.createDirectories(folder.resolve("an install's folder/bin"));
            Path tools = Files.createDirectories(folder.resolve("tools"));
            for (String tool : List.of("readlink", "uname", "dirname", "sed", "tr", "ls")) {
                program(tools.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"\n");
            }
            Path launcher = Files.copy(Path.of("src/main/scripts/tidemark"), bin.resolve("tidemark"));
            return new LauncherLayout(folder, launcher);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    LauncherLayout through(Path link) {
        return new LauncherLayout(folder, link);
    }

    /** The class path that Java is given, in the brackets of a reporting script. */
    String classPath() throws IOException {
        return "[" + lib() + "/tidemark.jar]";
    }

    /** The folder beside the launcher's that holds all other files. */
    Path lib() throws IOException {
        return folder.toRealPath().resolve("an install's folder/lib");
    }

    /** Puts an empty file into that folder. */
    Path install(String name) throws IOException {
        Path file = lib().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    /** Makes a folder that looks like a Java installation of some version. */
    Path java(String name, String version, String script) throws IOException {
        Path home = folder.resolve(name);
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(bin.resolve("java"), script);
        return home;
    }

    Outcome run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Process process = start(environment, arguments);
        List<String> output = process.inputReader().readAllLines();
        String errors = process.errorReader().readAllAsString();
        return new Outcome(process.waitFor(), output, errors);
    }

    /** Starts the launcher with only {@code environment} and the variables that it needs. */
    Process start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("TIDEMARK_USUAL_FOLDERS_PREFIX", folder.resolve("usual").toString());
        builder.environment().putAll(environment);
        String tools = folder.resolve("tools").toString();
        builder.environment().merge("PATH", tools, (path, last) -> path + ":" + last);
        return builder.start();
    }

    @Override
    public void close() {
        TemporaryFolder.delete(folder);
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
