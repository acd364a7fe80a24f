package dev.tidemark.sqlite.source;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A copy of the source in a folder of its own, both for the owner only. The folder's name has the number of the process,
 * so that the next run can tell the copy of a run that was killed.
 */
final class PrivateCopy implements AutoCloseable {
    private static final String PREFIX = "tidemark-source-";
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    // In a container every run may have the same number.
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    private final Path folder;

    private PrivateCopy(Path folder) {
        this.folder = folder;
    }

    /** Copies {@code source} to {@code parent}; deletes the copies that killed runs left there. */
    static PrivateCopy of(SourceFile source, Path parent) {
        try {
            PrivateCopy copy = inUse(parent);
            copy.fill(source);
            return copy;
        } catch (IOException failure) {
            throw TidemarkException.source(
                    "Cannot copy the source " + source.path() + " to the folder " + parent + ": "
                            + FileProblem.of(failure),
                    "name another folder for temporary files",
                    failure);
        }
    }

    // Nobody else looks for abandoned copies while there is one that is not known to be in use.
    private static PrivateCopy inUse(Path parent) throws IOException {
        synchronized (IN_USE) {
            PrivateCopy copy = new PrivateCopy(
                    Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-"));
            IN_USE.add(copy.folder);
            copy.deleteAbandoned();
            return copy;
        }
    }

    /** The copy. */
    SourceFile file() {
        return new SourceFile(folder.resolve("source.db"));
    }

    /** Deletes the copy. What cannot be deleted now is deleted by the next run. */
    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException nextRunThen) {
            return;
        } finally {
            IN_USE.remove(folder);
        }
    }

    private void fill(SourceFile source) throws IOException {
        try {
            requireRoom(source, null);
            write(source.path());
        } catch (IOException failure) {
            requireRoom(source, failure);
            close();
            throw failure;
        }
    }

    // A plain copy takes a fifth of the time of SQLite's backup, for which a writer waits. Closing the source here ends
    // all locks that this process has on it, so the caller's transaction is worth nothing afterwards.
    private void write(Path source) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(file().path(), NEW, mode)) {
            long size = from.size();
            long done = 0;
            while (done < size) {
                done += from.transferTo(done, size - done, to);
            }
        }
    }

    private void requireRoom(SourceFile source, IOException failure) {
        long done = Files.exists(file().path()) ? file().size() : 0;
        long room = folder.toFile().getUsableSpace() + done;
        if (room < source.size()) {
            Path parent = folder.getParent();
            close();
            throw TidemarkException.source(
                    String.format(
                            Locale.ROOT,
                            "The source %s (%,d bytes) does not fit in the folder %s, which has room for %,d bytes",
                            source.path(),
                            source.size(),
                            parent,
                            room),
                    "free space, or name another folder for temporary files; a source in WAL mode needs no copy",
                    failure);
        }
    }

    private void deleteAbandoned() throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder.getParent(), PREFIX + "*")) {
            for (Path copy : copies) {
                deleteIfAbandoned(copy);
            }
        }
    }

    private void deleteIfAbandoned(Path copy) throws IOException {
        try {
            if (isAbandoned(copy)) {
                delete(copy);
            }
        } catch (NoSuchFileException deletedMeanwhile) {
            // Its own run has ended, or another run deletes it too.
            return;
        }
    }

    // Another user may have made a folder or a link of this name, which is not ours to follow or delete.
    private boolean isAbandoned(Path copy) throws IOException {
        String[] process = copy.getFileName().toString().substring(PREFIX.length()).split("-", 2);
        return process[0].matches("\\d{1,18}")
                && Files.isDirectory(copy, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(copy).equals(Files.getOwner(folder))
                && !IN_USE.contains(copy)
                && !isOfAnother(Long.parseLong(process[0]));
    }

    private static boolean isOfAnother(long process) {
        return process != ProcessHandle.current().pid() && ProcessHandle.of(process).isPresent();
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
