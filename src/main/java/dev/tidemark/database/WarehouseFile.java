package dev.tidemark.database;

import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The warehouse as a file: whether it is there, what it is, and what its failures mean. */
record WarehouseFile(Path path) {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** Fails unless there is a file of SQLite. */
    void requireWarehouse() {
        if (!Files.exists(path)) {
            throw failed("There is no warehouse at " + path, "run init first, or name the file with --warehouse");
        }
        requireSqlite();
        if (size() == 0) {
            throw notInitialised();
        }
    }

    /** Fails if there is something that init must not touch, or no folder to put the file in. */
    void requireUsableForInit() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw failed("There is no folder " + folder + " for the warehouse", "create the folder, or name another file");
        }
        if (Files.exists(path)) {
            requireSqlite();
        } else if (!Files.isWritable(folder)) {
            throw failed("The folder " + folder + " is not writable", "allow writing there, or name another file");
        }
    }

    /** Creates an empty file that its owner alone can read and write, unless there is one. */
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
                    "Cannot create the warehouse " + path + ": " + failure.getMessage(),
                    "check the folder, or name another file with --warehouse",
                    failure);
        }
    }

    TidemarkException foreign() {
        return failed(
                path + " is a SQLite database, but not a Tidemark warehouse",
                "name another file with --warehouse; this one was left as it is");
    }

    TidemarkException notInitialised() {
        return failed("The warehouse " + path + " is not initialised", "run init");
    }

    /** Runs {@code action}; a failure of SQLite becomes a warehouse failure that says what to do. */
    <R> R explaining(Supplier<R> action) {
        try {
            return action.get();
        } catch (TidemarkException explained) {
            throw explained;
        } catch (RuntimeException failure) {
            throw SourceFailures.causes(failure)
                    .filter(SQLiteException.class::isInstance)
                    .findFirst()
                    .map(cause -> explain((SQLiteException) cause, failure))
                    .orElse(failure);
        }
    }

    private RuntimeException explain(SQLiteException cause, RuntimeException failure) {
        if (cause.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return full(failure);
        }
        // The extended codes of a kind, such as those of each way in which a disk can fail, share its lowest byte.
        return switch (SQLiteErrorCode.getErrorCode(cause.getResultCode().code & 0xff)) {
            case SQLITE_NOTADB -> notSqlite();
            case SQLITE_FULL -> full(failure);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> failed(
                    "The warehouse " + path + " is not writable",
                    "check the permissions of the file and its folder",
                    failure);
            case SQLITE_CANTOPEN -> failed(
                    "Cannot open the warehouse " + path, "check the permissions of the file and its folder", failure);
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> failed(
                    "Another program keeps the warehouse " + path + " locked",
                    "close the program that writes to it and run again",
                    failure);
            case SQLITE_CORRUPT -> damaged(failure);
            case SQLITE_IOERR -> failed(
                    "Cannot read or write the warehouse " + path + ": " + message(cause), "check its disk", failure);
            default -> failure;
        };
    }

    /**
     * Whether the file's header bears our mark and says that there is a write-ahead log, as Tidemark leaves it. Where it
     * does not, the mark may still be in that log.
     */
    boolean isMarked() {
        return SqliteHeader.in(start())
                .filter(header -> header.applicationId() == WarehouseSchema.APPLICATION_ID && header.isWriteAhead())
                .isPresent();
    }

    boolean isMissingOrEmpty() {
        return !Files.exists(path) || size() == 0;
    }

    /** What tells the file from any other, and stays when it is written; empty where the system has no such thing. */
    Object identity() {
        try {
            return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException failure) {
            throw failed(
                    "The warehouse " + path + " cannot be found", "check its folder, or name another file", failure);
        }
    }

    /** Fails where another file, or none, is in the place of the one with this identity. */
    void requireSame(Object identity) {
        if (!Files.exists(path) || !identity().equals(identity)) {
            throw failed(
                    "The warehouse " + path + " vanished or was replaced during the run, which was rolled back",
                    "see who moves files there, then run again");
        }
    }

    private void requireSqlite() {
        if (Files.isDirectory(path)) {
            throw failed(path + " is a folder, not a warehouse", "name a file with --warehouse");
        }
        if (!Files.isReadable(path)) {
            throw failed("The warehouse " + path + " is not readable", "check the file's permissions");
        }
        byte[] start = start();
        if (start.length > 0 && !Arrays.equals(start, 0, Math.min(MAGIC.length, start.length), MAGIC, 0, MAGIC.length)) {
            throw notSqlite();
        }
        if (isCutShort(start)) {
            throw damaged(null);
        }
    }

    // SQLite takes a last page that is cut short for one that ends in zeros. With a write-ahead log, the file may lag.
    private boolean isCutShort(byte[] start) {
        return SqliteHeader.in(start).filter(header -> size() < header.fileSize()).isPresent()
                && !Files.exists(path.resolveSibling(path.getFileName() + "-wal"));
    }

    private byte[] start() {
        if (!Files.exists(path)) {
            return new byte[0];
        }
        try (InputStream content = Files.newInputStream(path)) {
            return content.readNBytes(SqliteHeader.LENGTH);
        } catch (IOException failure) {
            throw failed("Cannot read the warehouse " + path + ": " + failure.getMessage(), "check the file", failure);
        }
    }

    private long size() {
        try {
            return Files.size(path);
        } catch (IOException failure) {
            throw failed("Cannot read the warehouse " + path + ": " + failure.getMessage(), "check the file", failure);
        }
    }

    private TidemarkException notSqlite() {
        return failed(
                path + " is not a SQLite database", "name another file with --warehouse; this one was left as it is");
    }

    private TidemarkException full(RuntimeException failure) {
        return failed("The disk of the warehouse " + path + " is full", "free space and run again", failure);
    }

    private TidemarkException damaged(RuntimeException failure) {
        return failed("The warehouse " + path + " is damaged", "move it away, then run init and full-load", failure);
    }

    private static String message(SQLException cause) {
        return SourceFailures.firstLine(cause);
    }

    private static TidemarkException failed(String message, String hint) {
        return TidemarkException.warehouse(message, hint, null);
    }

    private static TidemarkException failed(String message, String hint, Throwable cause) {
        return TidemarkException.warehouse(message, hint, cause);
    }
}
