package dev.tidemark.target;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * The warehouse that is kept level, in a file. Whatever fails here is a
 * {@linkplain dev.tidemark.failure.Reason#WAREHOUSE warehouse failure} that says what to try.
 */
public interface Target {
    /** The file. */
    Path path();

    /** What every commit has to pass. */
    CommitGate gate();

    /** Fails, and changes nothing, if there is something in the file's place that {@link #migrate} must not touch. */
    void requireUsableForInit();

    /**
     * Creates the warehouse where there is none, and brings its schema to this program's version. Returns the number of
     * migrations that were applied. A file that is something else is left alone and is a failure.
     */
    int migrate();

    /** Fails unless the file is a warehouse that this program can use. */
    void requireCurrent();

    /** The version of its schema; fails unless the file is a warehouse that this program can use. */
    String schemaVersion();

    /** Begins a transaction, which sees one state of the warehouse and which the caller closes. */
    TargetSession begin();

    /** What {@code action} makes of a transaction that is committed when it returns, and rolled back when it throws. */
    default <R> R write(Function<TargetSession, R> action) {
        try (TargetSession session = begin()) {
            R result = action.apply(session);
            session.commit();
            return result;
        }
    }

    /** What {@code action} makes of a transaction that is rolled back in any case. */
    default <R> R read(Function<TargetSession, R> action) {
        try (TargetSession session = begin()) {
            return action.apply(session);
        }
    }
}
