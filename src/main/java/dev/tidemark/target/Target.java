package dev.tidemark.target;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The warehouse that is kept level, in a file. Every failure here is a
 * {@linkplain dev.tidemark.failure.Reason#WAREHOUSE warehouse failure} with a hint.
 */
public interface Target {
    /** The file. */
    Path path();

    /** The bytes of the file, and of the write-ahead log beside it. */
    long bytes();

    /** The gate that every commit has to pass. */
    CommitGate gate();

    /** Fails if the file is something that {@link #migrate} must not touch; changes nothing. */
    void requireUsableForInit();

    /**
     * Creates the warehouse if it is missing, upgrades its schema to this program's version, and makes missing views
     * and indexes anew. A missing table is a failure. Any other file is a failure, and stays unchanged.
     */
    SchemaChange migrate();

    /** Fails unless the file is a warehouse that this program can use. */
    void requireCurrent();

    /** Fails unless it has the tables of these names; names those that somebody dropped. */
    void requireTables(List<String> names);

    /** The version of its schema; fails unless the file is a warehouse that this program can use. */
    String schemaVersion();

    /**
     * The views and indexes that somebody dropped and {@link #migrate} makes anew, such as {@code view top_films}. A
     * missing table is a failure.
     */
    List<String> restorable();

    /**
     * Copies one committed state of the warehouse into {@code file}, which is empty. The copy is one file, without a
     * write-ahead log. Returns the result of {@code reader} on the copy. A failure to write the copy is an
     * {@link java.io.UncheckedIOException}.
     */
    <R> R copyTo(Path file, Function<TargetSession, R> reader);

    /** Begins a transaction, which sees one state of the warehouse. The caller closes it. */
    TargetSession begin();

    /**
     * Begins a transaction that fills tables anew. It may check references all together when it commits, which is
     * quicker than a check of each row. The caller closes it.
     *
     * @param tables the tables that Tidemark keeps; references from other tables are checked as always
     */
    TargetSession beginRefill(List<String> tables);

    /** Returns the result of {@code action} on a transaction; commits when it returns, rolls back when it throws. */
    default <R> R write(Function<TargetSession, R> action) {
        try (TargetSession session = begin()) {
            R result = action.apply(session);
            session.commit();
            return result;
        }
    }

    /** Returns the result of {@code action} on a transaction, which is always rolled back. */
    default <R> R read(Function<TargetSession, R> action) {
        try (TargetSession session = begin()) {
            return action.apply(session);
        }
    }
}
