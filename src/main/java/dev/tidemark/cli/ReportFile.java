package dev.tidemark.cli;

import dev.tidemark.cli.option.FileConverter;
import dev.tidemark.cli.terminal.Colours;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.config.Settings;
import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.target.Replacement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import picocli.CommandLine.Option;

/** The option that writes a result to a file. Programs that read the file see the old one or the new one. */
final class ReportFile {
    @Option(
            names = "--output",
            paramLabel = "FILE",
            converter = FileConverter.class,
            description = "Write the result to this file, in one step, instead of to stdout.")
    private Path file;

    /** The option with this value, for a command that declares it itself. */
    static ReportFile to(Path file) {
        ReportFile given = new ReportFile();
        given.file = file;
        return given;
    }

    /** Fails as a usage failure, before any work, if the path is not a regular file or its folder does not exist. */
    void check() {
        if (file == null) {
            return;
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            throw TidemarkException.usage(
                    "Cannot write the file " + file + " (--output): it is not a regular file",
                    "name another one; for a pipe or a device, redirect stdout");
        }
        if (folder(file) == null || !Files.isDirectory(folder(file))) {
            throw TidemarkException.usage(
                    "Cannot write the file " + file + " (--output)", "name a file in a folder that exists");
        }
    }

    /** Fails as a usage failure if the result would replace a file of the pipeline, such as the warehouse. */
    void requireOther(Settings settings) {
        if (file != null) {
            new OwnFiles(settings).requireOtherResult(file);
        }
    }

    /** A text for people, coloured and laid out for a terminal; unchanged for a file. */
    String laidOut(Console console, String text) {
        return file == null ? Colours.of(console).verdicts(console.laidOut(text)) : text;
    }

    /** Whether the result goes to a file. */
    boolean isGiven() {
        return file != null;
    }

    /**
     * Prints {@code text} to stdout. With a file, writes {@code text} there and prints {@code inShort}, one line.
     * After a success, {@code --quiet} leaves out that line, and on stdout a text for people. The log always takes
     * {@code inShort}.
     *
     * @param forPeople whether the text is for people, not for programs
     */
    void print(Services services, boolean forPeople, String text, String inShort, boolean success) {
        if (forPeople && file == null && success && services.quiet()) {
            services.log().info(inShort);
            return;
        }
        stream(services, success, out -> {
            out.write(text.stripTrailing() + "\n");
            return inShort;
        });
    }

    /** Writes {@code text} to the file, which is given, and prints nothing. */
    void write(String text) {
        write(out -> {
            out.write(text);
            return "";
        });
    }

    /** Does the same as {@link #print} after a success, with a result that is too large for memory. */
    void stream(Services services, Content content) {
        stream(services, true, content);
    }

    private void stream(Services services, boolean success, Content content) {
        PrintWriter out = services.console().out();
        String inShort = file == null ? print(out, content) : write(content);
        services.log().result(success, inShort);
        if (file != null && (!success || !services.quiet())) {
            out.println(services.console().laidOut(inShort + " The result is in " + file + "."));
        }
    }

    // If the result fails early, while it still fits the buffer, nothing of it is printed.
    private static String print(PrintWriter out, Content content) {
        try {
            BufferedWriter buffered = new BufferedWriter(out);
            String inShort = content.writeTo(buffered);
            buffered.flush();
            return inShort;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // The draft gets the permissions of the file that it replaces.
    private String write(Content content) {
        return Replacement.of(file, (draft, target) -> writeLike(target, draft, content), this::unwritable);
    }

    private TidemarkException unwritable(IOException failure) {
        return TidemarkException.warehouse(
                "Cannot write the file " + file + " (--output): " + FileProblem.of(failure),
                "check its folder's permissions and the space on its disk",
                failure);
    }

    private static String writeLike(Path target, Path draft, Content content) throws IOException {
        if (!Files.exists(target) || !target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return writeTo(draft, content, StandardOpenOption.CREATE_NEW);
        }
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String inShort = writeTo(draft, content, StandardOpenOption.WRITE);
        Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
        return inShort;
    }

    private static String writeTo(Path draft, Content content, OpenOption option) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(draft, option)) {
            return content.writeTo(out);
        }
    }

    /** A result that is written as it is read. */
    @FunctionalInterface
    interface Content {
        /** Writes the result; returns it in one line. Throws {@link UncheckedIOException} as well. */
        String writeTo(Writer out) throws IOException;
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }
}
