package dev.tidemark.copy.load;

import dev.tidemark.copy.target.TableWriter.Written;

/** Counts what a run does with a table. */
final class TableCount {
    private long total;
    private long duplicates;
    private long inserted;
    private long updated;
    private long adopted;
    private long deleted;
    private long nanos;
    private boolean partial;

    void add(Batch batch) {
        total += batch.rows();
        duplicates += batch.duplicates();
    }

    /** Counts rows that need not be read, because they are as they were. */
    void addUntouched(long rows) {
        total += rows;
    }

    void add(Written written) {
        inserted += written.inserted();
        updated += written.updated();
        adopted += written.adopted();
    }

    void addInserted(long rows) {
        inserted += rows;
    }

    /** Notes that only some rows of the table are read. */
    void readsInPart() {
        partial = true;
    }

    boolean isPartial() {
        return partial;
    }

    void addDeleted(long rows) {
        deleted += rows;
    }

    /** Runs {@code work}, and counts its time. */
    void timed(Runnable work) {
        long start = System.nanoTime();
        try {
            work.run();
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    long total() {
        return total;
    }

    long duplicates() {
        return duplicates;
    }

    long inserted() {
        return inserted;
    }

    long updated() {
        return updated;
    }

    long adopted() {
        return adopted;
    }

    long deleted() {
        return deleted;
    }

    long milliseconds() {
        return nanos / 1_000_000;
    }
}
