package dev.tidemark.target;

import java.io.IOException;
import java.nio.file.Path;

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

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException thereIsNoneYet) {
            return file;
        }
    }
}
