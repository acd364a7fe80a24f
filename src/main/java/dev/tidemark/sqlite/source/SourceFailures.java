package dev.tidemark.sqlite.source;

import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import java.util.function.Supplier;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns a failure of SQLite at the source into one line that says what is wrong and what to do. */
record SourceFailures(SourceFile file) {
    /** Runs {@code action}; a failure of SQLite becomes a source failure. */
    <R> R explaining(Supplier<R> action) {
        return Causes.explaining(action, failure -> Causes.of(failure)
                .filter(SQLiteException.class::isInstance)
                .findFirst()
                .map(cause -> explain((SQLiteException) cause, failure)));
    }

    private TidemarkException explain(SQLiteException cause, RuntimeException failure) {
        if (cause.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_ROLLBACK) {
            return TidemarkException.source(
                    "A program ended in the middle of a change to the source " + file.path() + ", which must be undone",
                    "open the file once with its program, which undoes the change; Tidemark writes nothing there",
                    failure);
        }
        // Extended codes, such as those of the different disk failures, share the lowest byte of their kind.
        return switch (SQLiteErrorCode.getErrorCode(cause.getResultCode().code & 0xff)) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> TidemarkException.passing(
                    "Another program keeps the source " + file.path() + " locked",
                    "run again when the program that writes to it has finished",
                    failure);
            case SQLITE_CORRUPT -> damaged(failure);
            case SQLITE_NOTADB -> TidemarkException.source(
                    "The source " + file.path() + " is not a SQLite database, or it is encrypted",
                    "name another file as the source, or a decrypted copy",
                    failure);
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> file.isWriteAhead()
                    ? noSharedMemory(failure)
                    : TidemarkException.source(
                            "Cannot open the source " + file.path(),
                            "check the permissions of the file and its folder",
                            failure);
            case SQLITE_FULL -> TidemarkException.source(
                    "The disk for temporary files is full: rows of the source " + file.path() + " cannot be sorted",
                    "free space, or name another folder with the environment variable SQLITE_TMPDIR",
                    failure);
            case SQLITE_IOERR -> TidemarkException.source(
                    "Cannot read the source " + file.path() + ": " + Causes.firstLine(cause), "check its disk", failure);
            default -> TidemarkException.source(
                    "SQLite failed at the source " + file.path() + ": " + Causes.firstLine(cause),
                    "check that its tables are as its program makes them",
                    failure);
        };
    }

    /** A damaged file; {@code failure} may be null. */
    TidemarkException damaged(RuntimeException failure) {
        return TidemarkException.source(
                "The source " + file.path() + " is damaged",
                "restore a backup of it, or save its rows with the command .recover of sqlite3",
                failure);
    }

    private TidemarkException noSharedMemory(RuntimeException failure) {
        return TidemarkException.source(
                "The source " + file.path() + " is in WAL mode, and SQLite cannot make or open the file "
                        + file.path().getFileName() + "-shm beside it, which a reader needs",
                "allow writing in the folder " + file.path().toAbsolutePath().getParent()
                        + ", or name a copy of the file in another folder (with its -wal file)",
                failure);
    }
}
