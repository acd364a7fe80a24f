package dev.tidemark.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files beside a warehouse that are named after it. */
public final class BesideFile {
    private BesideFile() {}

    /**
     * The file with this ending. If {@code file} is a symbolic link, it is beside the link's target, as with SQLite.
     */
    public static Path of(Path file, String ending) {
        Path real = real(file);
        return real.resolveSibling(real.getFileName() + ending);
    }

    /** Whether {@code file} is the SQLite file {@code database}, or one that SQLite or Tidemark keeps beside it. */
    public static boolean isPartOf(Path file, Path database) {
        return Stream.of("", "-wal", "-shm", "-journal", ".lock")
                .map(ending -> ending.isEmpty() ? database : of(database, ending))
                .anyMatch(part -> isSame(file, part));
    }

    /** The files that SQLite has beside {@code database} while somebody writes to it: what is in them belongs to it. */
    public static Stream<Path> openFiles(Path database) {
        return Stream.of("-wal", "-journal").map(ending -> of(database, ending)).filter(Files::exists);
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return Files.exists(file) && Files.exists(other)
                    ? Files.isSameFile(file, other)
                    : file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException thereIsNoneYet) {
            return file;
        }
    }
}
