package dev.tidemark.cli.option;

import dev.tidemark.config.LocaleCharacters;
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
            if (!LocaleCharacters.include(text)) {
                throw new CommandLine.TypeConversionException(
                        "the locale lacks characters of '" + text + "', which LC_ALL=C.UTF-8 has");
            }
            throw noName(text);
        }
    }

    private static CommandLine.TypeConversionException noName(String text) {
        return new CommandLine.TypeConversionException("'" + text + "' is no file name");
    }
}
