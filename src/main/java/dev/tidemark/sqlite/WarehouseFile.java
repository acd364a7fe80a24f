package dev.tidemark.sqlite;

import static dev.tidemark.sqlite.WarehouseFailures.failed;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.target.BesideFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The warehouse as a file: whether it is there, and what it is. */
record WarehouseFile(Path path, FileKind kind) {
    /** Explains failures of the file. */
    WarehouseFailures failures() {
        return new WarehouseFailures(path, kind);
    }

    /** Fails unless the file is a SQLite file and is not empty. */
    void requireWarehouse() {
        if (!Files.exists(path)) {
            throw failed("There is no " + kind + " at " + path, "run init first, or name the file with " + kind.option());
        }
        requireSqlite();
        if (size(path) == 0) {
            throw failures().notInitialised();
        }
    }

    /** Fails if the file is something that init must not touch, or if its folder is missing or not writable. */
    void requireUsableForInit() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw failed(
                    "There is no folder " + folder + " for the " + kind, "create the folder, or name another file");
        }
        if (Files.exists(path)) {
            requireSqlite();
        } else if (!Files.isWritable(folder)) {
            throw failed("The folder " + folder + " is not writable", "allow writing there, or name another file");
        }
    }

    /** Creates an empty file that only its owner can read and write, unless it exists. */
    void createIfMissing() {
        try {
            if (!Files.exists(path)) {
                boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
                if (posix) {
                    Files.createFile(
                            path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                } else {
                    Files.createFile(path);
                }
            }
        } catch (FileAlreadyExistsException createdMeanwhile) {
            requireSqlite();
        } catch (IOException failure) {
            throw TidemarkException.warehouse(
                    "Cannot create the " + kind + " " + path + ": " + FileProblem.of(failure),
                    "check the folder, or name another file with " + kind.option(),
                    failure);
        }
    }

    /** Sets the mode of the file and of the files beside it. SQLite gives new files beside it the same mode. */
    void permit(Set<PosixFilePermission> mode) {
        for (String ending : List.of("", "-wal", "-shm", ".lock")) {
            Path each = ending.isEmpty() ? path : BesideFile.of(path, ending);
            try {
                if (Files.exists(each) && !Files.getPosixFilePermissions(each).equals(mode)) {
                    Files.setPosixFilePermissions(each, mode);
                }
            } catch (IOException | UnsupportedOperationException failure) {
                throw failed(
                        "Cannot set the mode of " + each + ": " + FileProblem.of(failure),
                        "run init as the owner of the file, or without --warehouse-mode",
                        failure);
            }
        }
    }

    /**
     * Whether the file's header has Tidemark's mark and is set to use a write-ahead log, as Tidemark leaves it. If not,
     * the mark may still be in that log.
     */
    boolean isMarked() {
        return SqliteHeader.in(start())
                .filter(header -> header.applicationId() == kind.applicationId() && header.isWriteAhead())
                .isPresent();
    }

    /** The bytes of the file, and of the write-ahead log beside it. */
    long bytes() {
        Path log = BesideFile.of(path, "-wal");
        try {
            return size(path) + Files.size(log);
        } catch (NoSuchFileException withoutLog) {
            return size(path);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    boolean isMissingOrEmpty() {
        return !Files.exists(path) || size(path) == 0;
    }

    /** The identity of the file, which does not change when it is written; empty if the system has none. */
    Object identity() {
        try {
            return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException failure) {
            throw failed(
                    "The " + kind + " " + path + " cannot be found", "check its folder, or name another file", failure);
        }
    }

    /** Fails if the file is missing, or has another identity. */
    void requireSame(Object identity) {
        if (!Files.exists(path) || !identity().equals(identity)) {
            throw failed(
                    "The " + kind + " " + path + " vanished or was replaced during the run, which was rolled back",
                    "see who moves files there, then run again");
        }
    }

    private void requireSqlite() {
        if (Files.isDirectory(path)) {
            throw failed(path + " is a folder, not a " + kind, "name a file with " + kind.option());
        }
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            throw failed("The link " + path + " leads to no file", "remove it, or name another file");
        }
        if (!Files.isReadable(path)) {
            throw failed("The " + kind + " " + path + " is not readable", "check the file's permissions");
        }
        // To open a pipe would wait for ever.
        if (!Files.isRegularFile(path)) {
            throw failed(path + " is a device or a pipe, not a " + kind, "name a file with " + kind.option());
        }
        byte[] start = start();
        if (start.length > 0 && !SqliteHeader.isSqlite(start)) {
            throw failures().notSqlite();
        }
        if (isCutShort(start)) {
            throw failures().damaged(null);
        }
    }

    // SQLite reads a truncated last page as one that ends in zeros. With a write-ahead log, the file may lag.
    private boolean isCutShort(byte[] start) {
        return SqliteHeader.in(start).filter(header -> size(path) < header.fileSize()).isPresent()
                && size(BesideFile.of(path, "-wal")) == 0;
    }

    private byte[] start() {
        if (!Files.exists(path)) {
            return new byte[0];
        }
        try (InputStream content = Files.newInputStream(path)) {
            return content.readNBytes(SqliteHeader.LENGTH);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private TidemarkException unreadable(IOException failure) {
        return failed(
                "Cannot read the " + kind + " " + path + ": " + FileProblem.of(failure),
                "check the file and its disk",
                failure);
    }
}
