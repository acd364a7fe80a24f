package dev.tidemark.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;

/** Reads the name of a file from the command line; picocli's own converter needs reflection. */
public final class FileConverter implements CommandLine.ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw noName(text);
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw noName(text);
        }
    }

    private static CommandLine.TypeConversionException noName(String text) {
        return new CommandLine.TypeConversionException("'" + text + "' is no file name");
    }
}
