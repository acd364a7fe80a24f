package dev.tidemark.cli.log;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of a log file. */
final class LogFolder {
    private static final FileAttribute<?>[] OWNERS = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
    private static final FileAttribute<?>[] USUAL = {};

    private LogFolder() {}

    /**
     * Fails unless {@code file}, an absolute path, can be written; Logback would go on without a log. Creates missing
     * folders, which only their owner can open.
     */
    static void require(Path file) {
        Path folder = file.getParent();
        if (folder != null && !Files.exists(folder)) {
            create(folder);
        }
        boolean writable = Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        if (!writable) {
            throw TidemarkException.usage(
                    "Cannot write the log file " + file, "name a file in a folder that you may write to");
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder, attributes(folder.getFileSystem()));
        } catch (IOException failure) {
            throw TidemarkException.usage(
                    "Cannot create the folder of the log file, " + folder + ": " + FileProblem.of(failure),
                    "create it for the user that runs Tidemark, or name a file in a folder that you may write to");
        }
    }

    private static FileAttribute<?>[] attributes(FileSystem system) {
        return system.supportedFileAttributeViews().contains("posix") ? OWNERS : USUAL;
    }
}
