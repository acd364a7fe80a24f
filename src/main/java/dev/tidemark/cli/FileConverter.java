package dev.tidemark.cli;

import java.nio.file.Path;
import picocli.CommandLine;

/** Reads the name of a file from the command line; picocli's own converter for files works by reflection. */
final class FileConverter implements CommandLine.ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        return Path.of(text);
    }
}
