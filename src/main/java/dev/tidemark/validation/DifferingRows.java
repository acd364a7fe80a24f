package dev.tidemark.validation;

import dev.tidemark.table.RowMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds the rows that differ between two streams, to be judged later. So the source need not say which of its rows have
 * changed as long as none differs.
 *
 * @param <T> the record of a row
 */
final class DifferingRows<T> implements RowMerge.Visitor<T> {
    /** The most rows to hold, which bounds the memory. */
    private static final int MOST = 10_000;

    private final List<Consumer<RowMerge.Visitor<T>>> held = new ArrayList<>();
    private boolean complete = true;
    private long equal;

    @Override
    public void missing(T row) {
        hold(visitor -> visitor.missing(row));
    }

    @Override
    public void extra(T row) {
        hold(visitor -> visitor.extra(row));
    }

    @Override
    public void both(T there, T here) {
        if (there.equals(here)) {
            equal++;
        } else {
            hold(visitor -> visitor.both(there, here));
        }
    }

    @Override
    public void duplicate(T row) {
        hold(visitor -> visitor.duplicate(row));
    }

    /** Whether no row differs. */
    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Whether all rows that differ are held. */
    boolean isComplete() {
        return complete;
    }

    /** Tells {@code comparison} of all rows; only if they are complete. */
    void tell(RowComparison<T> comparison) {
        if (!complete) {
            throw new IllegalStateException("More than " + MOST + " rows differ, and not all of them are held");
        }
        comparison.equal(equal);
        held.forEach(row -> row.accept(comparison));
    }

    private void hold(Consumer<RowMerge.Visitor<T>> row) {
        if (held.size() < MOST) {
            held.add(row);
        } else {
            complete = false;
        }
    }
}
