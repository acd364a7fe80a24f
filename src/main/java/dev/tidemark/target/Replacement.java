package dev.tidemark.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Function;

/** Replaces a file in one step: whoever opens it sees the old one or the new one. */
public final class Replacement {
    private Replacement() {}

    /**
     * Has {@code writer} write a draft beside {@code file}, which takes the file's place then; returns what it returned.
     * The file behind a link is replaced, not the link. After a failure the file is as it was, and the draft is gone.
     *
     * @param unwritable makes a failure to write known to people
     */
    public static <R> R of(Path file, Writer<R> writer, Function<IOException, RuntimeException> unwritable) {
        Path draft = null;
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            draft = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID());
            R result = writer.write(draft, real);
            Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } catch (IOException failure) {
            discard(draft, failure);
            throw unwritable.apply(failure);
        } catch (UncheckedIOException failure) {
            discard(draft, failure);
            throw unwritable.apply(failure.getCause());
        } catch (RuntimeException | Error failure) {
            discard(draft, failure);
            throw failure;
        }
    }

    private static void discard(Path draft, Throwable failure) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    /** Writes a draft. */
    @FunctionalInterface
    public interface Writer<R> {
        /** Creates and writes {@code draft}, which is to replace {@code file}. */
        R write(Path draft, Path file) throws IOException;
    }
}
