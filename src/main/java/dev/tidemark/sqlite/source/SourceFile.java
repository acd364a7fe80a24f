package dev.tidemark.sqlite.source;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.sqlite.SqliteHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The source as a file: whether it is there, and what it is. */
record SourceFile(Path path) {
    private static final String NAME_ANOTHER = "name another file as the source";

    /** Fails unless this is a SQLite file. Opens it, so that it must not be called while SQLite has it open. */
    void requireDatabase() {
        if (!Files.exists(path)) {
            throw failed("There is no source " + path, "check the path; a source is never created");
        }
        if (Files.isDirectory(path)) {
            throw failed("The source " + path + " is a folder", "name a SQLite file in it");
        }
        if (!Files.isReadable(path)) {
            throw failed("The source " + path + " is not readable", "check the permissions of the file");
        }
        byte[] start = start();
        if (start.length == 0) {
            throw failed("The source " + path + " is empty", NAME_ANOTHER);
        }
        if (!SqliteHeader.isSqlite(start)) {
            throw failed(
                    "The source " + path + " is not a SQLite database, or it is encrypted",
                    NAME_ANOTHER + ", or a decrypted copy");
        }
    }

    /** Fails if the end is missing. Nobody may write to the file meanwhile. */
    void requireWhole(SourceFailures failures) {
        // SQLite reads a truncated last page as one that ends in zeros.
        if (SqliteHeader.in(start()).filter(header -> size() < header.fileSize()).isPresent()) {
            throw failures.damaged(null);
        }
    }

    /** Whether writers use a write-ahead log. */
    boolean isWriteAhead() {
        return SqliteHeader.in(start()).filter(SqliteHeader::isWriteAhead).isPresent();
    }

    long size() {
        try {
            return Files.size(path);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** See {@link SourceMark#of}. */
    Optional<String> mark(Instant now) {
        try {
            return SourceMark.of(path, now);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private byte[] start() {
        try (InputStream content = Files.newInputStream(path)) {
            return content.readNBytes(SqliteHeader.LENGTH);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private TidemarkException unreadable(IOException failure) {
        return TidemarkException.source(
                "Cannot read the source " + path + ": " + FileProblem.of(failure), "check the file and its disk", failure);
    }

    private static TidemarkException failed(String message, String hint) {
        return TidemarkException.source(message, hint, null);
    }
}
