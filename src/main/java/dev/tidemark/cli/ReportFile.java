package dev.tidemark.cli;

import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Option;

/** The option that sends a result to a file, for programs that read it: they see the old file or the new one. */
final class ReportFile {
    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the result to this file, in one step, instead of to stdout.")
    private Path file;

    /** Fails, before any work, where the file's folder cannot take it. */
    void check() {
        if (file != null && (folder() == null || !Files.isDirectory(folder()) || Files.isDirectory(file))) {
            throw TidemarkException.usage(
                    "Cannot write the file " + file + " (--output)", "name a file in a folder that exists");
        }
    }

    /** The colours that a text for people may have: none in a file. */
    Colours colours(Console console) {
        return file == null ? Colours.of(console) : Colours.none();
    }

    /** Prints {@code text} to stdout, or writes it to the file and prints {@code inShort}, one line. */
    void print(Console console, String text, String inShort) {
        if (file == null) {
            console.out().println(text.stripTrailing());
            return;
        }
        write(text.stripTrailing() + "\n");
        console.out().println(inShort + " The result is in " + file + ".");
    }

    private void write(String text) {
        Path draft = folder().resolve("." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            discard(draft, failure);
            throw TidemarkException.usage(
                    "Cannot write the file " + file + " (--output): " + failure.getMessage(),
                    "check its folder's permissions and the space on its disk");
        }
    }

    private static void discard(Path draft, IOException failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    private Path folder() {
        return file.toAbsolutePath().getParent();
    }
}
