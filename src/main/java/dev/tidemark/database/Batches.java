package dev.tidemark.database;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes rows off a stream some at a time. */
final class Batches {
    private Batches() {}

    /** The next rows, at most {@code size}; fewer only at the end. */
    static <R> List<R> next(Iterator<R> rows, int size) {
        List<R> batch = new ArrayList<>();
        while (batch.size() < size && rows.hasNext()) {
            batch.add(rows.next());
        }
        return batch;
    }
}
