package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder under the system's temporary one, made for one purpose; closing it deletes it with its content.
 *
 * @param path the folder
 */
public record TemporaryFolder(Path path) implements AutoCloseable {
    private static final String PREFIX = "tidemark-";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 4L << 30;

    /** Makes an empty folder whose name contains {@code purpose}. */
    public static TemporaryFolder create(String purpose) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(PREFIX + purpose + "-"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The same in memory, if this system has such a file system with enough room; else as usual. Its files may not be
     * executable.
     */
    public static TemporaryFolder inMemory(String purpose) {
        try {
            return isRoomy(MEMORY)
                    ? new TemporaryFolder(Files.createTempDirectory(MEMORY, PREFIX + purpose + "-"))
                    : create(purpose);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes a folder with its content, if it exists; follows no link. */
    public static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        delete(path);
    }

    private static boolean isRoomy(Path folder) throws IOException {
        return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() >= ROOM;
    }
}
