package dev.tidemark.sqlite;

import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.target.Orphan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns a failure of the warehouse into one line that says what is wrong and what to do. */
record WarehouseFailures(Path path, FileKind kind) {
    // "view top_films already exists", "there is already a table named top_films"
    private static final Pattern TAKEN = Pattern.compile(
            "(?=.*\\balready\\b).*?\\b(?<kind>table|view|index|trigger) (?:named )?\"?(?<name>[^\"\\s)]+)");

    // "no such table: main.dim_film", "no such view: top_films", "no such index: copy_row_unsettled"
    private static final Pattern MISSING =
            Pattern.compile("no such (?<kind>table|view|index): (?:main\\.)?(?<name>[^)]+)");

    /** Runs {@code action}; a failure of SQLite becomes a warehouse failure that says what to do. */
    <R> R explaining(Supplier<R> action) {
        return Causes.explaining(action, failure -> ofSqlite(failure).map(cause -> explain(cause, failure)));
    }

    /** Does the same for a copy; a failure to write the copy is an {@link UncheckedIOException}. */
    <R> R explainingCopy(Supplier<R> action) {
        return Causes.explaining(action, failure -> ofSqlite(failure).map(cause -> isOfWriting(cause)
                ? new UncheckedIOException(new IOException(Causes.firstLine(cause), failure))
                : explain(cause, failure)));
    }

    private static Optional<SQLiteException> ofSqlite(RuntimeException failure) {
        return Causes.of(failure)
                .filter(SQLiteException.class::isInstance)
                .map(SQLiteException.class::cast)
                .findFirst();
    }

    // The warehouse is open already, and only read.
    private static boolean isOfWriting(SQLiteException failure) {
        return switch (kindOf(failure)) {
            case SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_IOERR -> true;
            default -> false;
        };
    }

    // Extended codes, such as those of the different disk failures, share the lowest byte of their kind.
    private static SQLiteErrorCode kindOf(SQLiteException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xff);
    }

    private RuntimeException explain(SQLiteException cause, RuntimeException failure) {
        if (cause.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return full(failure);
        }
        return switch (kindOf(cause)) {
            case SQLITE_NOTADB -> notSqlite();
            case SQLITE_FULL -> full(failure);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> failed(
                    "The " + kind + " " + path + " is not writable",
                    "check the permissions of the file and its folder",
                    failure);
            case SQLITE_CANTOPEN -> failed(
                    "Cannot open the " + kind + " " + path, "check the permissions of the file and its folder", failure);
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> failed(
                    "Another program keeps the " + kind + " " + path + " locked",
                    "close the program that writes to it and run again",
                    failure);
            case SQLITE_CORRUPT -> damaged(failure);
            case SQLITE_CONSTRAINT -> TidemarkException.fault(
                    "The rows of the " + kind + " " + path + " contradict those to be written: "
                            + Causes.firstLine(cause),
                    "full-load, which rebuilds them; nothing of this run was kept",
                    failure);
            case SQLITE_IOERR -> failed(
                    "Cannot read or write the " + kind + " " + path + ": " + Causes.firstLine(cause),
                    "check its disk",
                    failure);
            case SQLITE_ERROR -> takenOrMissing(cause, failure);
            default -> other(cause, failure);
        };
    }

    // SQLite has no code for a name that is taken or missing, only a message.
    private RuntimeException takenOrMissing(SQLiteException cause, RuntimeException failure) {
        Matcher missing = MISSING.matcher(Causes.firstLine(cause));
        if (missing.find()) {
            String name = missing.group("name").strip();
            return missing.group("kind").equals("index") ? lacksIndex(name, failure) : lacks(List.of(name), failure);
        }
        Matcher taken = TAKEN.matcher(Causes.firstLine(cause));
        if (!taken.find()) {
            return other(cause, failure);
        }
        String what = taken.group("kind") + " " + taken.group("name");
        return failed(
                "The " + kind + " " + path + " has a " + what + " of its own, where Tidemark puts one now",
                "rename that " + taken.group("kind") + ", then init; the " + kind + " is as it was",
                failure);
    }

    private TidemarkException other(SQLiteException cause, RuntimeException failure) {
        return TidemarkException.fault(
                "SQLite failed at the " + kind + " " + path + ": " + Causes.firstLine(cause),
                "if somebody took the schema apart, a copy from before; else --verbose, and report the trace",
                failure);
    }

    private TidemarkException full(RuntimeException failure) {
        return failed("The disk of the " + kind + " " + path + " is full", "free space and run again", failure);
    }

    /** A row to be committed that refers to a missing row. */
    TidemarkException orphaned(Orphan orphan) {
        return TidemarkException.fault(
                "Row " + orphan.row() + " of " + orphan.table() + " would refer to a missing row of " + orphan.parent(),
                "drop the trigger that somebody added to the warehouse; without one, --verbose, and report the trace;"
                        + " nothing of this run was kept");
    }

    /** A database of another program. */
    TidemarkException foreign() {
        return failed(
                path + " is a SQLite database, but not a Tidemark " + kind,
                "name another file with " + kind.option() + "; this one was left as it is");
    }

    /** A file that init has not been run on. */
    TidemarkException notInitialised() {
        return failed("The " + kind + " " + path + " is not initialised", "run init");
    }

    /** A file that is not a database. */
    TidemarkException notSqlite() {
        return failed(
                path + " is not a SQLite database", "name another file with " + kind.option() + "; this one was left as it is");
    }

    /** A database whose tables of these names somebody dropped; {@code failure} may be null. */
    TidemarkException lacks(List<String> tables, RuntimeException failure) {
        return failed(
                "The " + kind + " " + path + " lacks what init made there: " + String.join(", ", tables),
                "a backup of the file; without one move it away, then run init and full-load",
                failure);
    }

    private TidemarkException lacksIndex(String name, RuntimeException failure) {
        return failed(
                "The " + kind + " " + path + " lacks what init made there: index " + name,
                "run init, which makes it anew",
                failure);
    }

    /** A damaged database; {@code failure} may be null. */
    TidemarkException damaged(RuntimeException failure) {
        return failed("The " + kind + " " + path + " is damaged", "move it away, then run init and full-load", failure);
    }

    /** A failure without a cause. */
    static TidemarkException failed(String message, String hint) {
        return failed(message, hint, null);
    }

    /** Any other failure. */
    static TidemarkException failed(String message, String hint, Throwable cause) {
        return TidemarkException.warehouse(message, hint, cause);
    }
}
