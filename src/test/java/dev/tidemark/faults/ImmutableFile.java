package dev.tidemark.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A file that not even root can write to. If the file system does not support that, tests are skipped.
 *
 * @param path the file
 */
record ImmutableFile(Path path) implements AutoCloseable {
    static ImmutableFile make(Path path) {
        assumeTrue(change("+i", path), "files cannot be made immutable here");
        return new ImmutableFile(path);
    }

    @Override
    public void close() {
        if (!change("-i", path)) {
            throw new IllegalStateException(path + " stays immutable");
        }
    }

    private static boolean change(String flag, Path path) {
        try {
            return new ProcessBuilder("chattr", flag, path.toString()).start().waitFor() == 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
