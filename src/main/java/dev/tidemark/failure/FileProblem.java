package dev.tidemark.failure;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Describes a problem with a file: Java's own message is often only the file's name. */
public final class FileProblem {
    private FileProblem() {}

    /** The problem without the file's name, and without a full stop. */
    public static String of(Exception failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException none -> "there is no such file or folder";
            case FileAlreadyExistsException taken -> "there is a file already";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
