package dev.tidemark.copy.load;

import dev.tidemark.copy.state.KnownHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Compares the rows of a table with what the state knows of them, in one pass over both, in the order of the keys. */
final class Comparison {
    private static final int BATCH = 1_000;
    private static final int ROWS_A_BATCH = 20_000;

    private final RowTyping typing;
    private final boolean everyRow;
    private final Iterator<KnownHash> known;
    private final Consumer<Batch> batches;
    private KnownHash old;
    private byte[] last;
    private List<Candidate> candidates = new ArrayList<>();
    private List<byte[]> gone = new ArrayList<>();
    private long rows;
    private long duplicates;

    /**
     * A comparison that hands what differs to {@code batches}.
     *
     * @param everyRow whether every row counts as different
     * @param known what the state knows, in the order of the keys
     */
    Comparison(RowTyping typing, boolean everyRow, Iterator<KnownHash> known, Consumer<Batch> batches) {
        this.typing = typing;
        this.everyRow = everyRow;
        this.known = known;
        this.batches = batches;
        advance();
    }

    /** Takes the next row of the source; rows come in the order of their keys. */
    void take(Object[] row) {
        byte[] key = typing.key(row);
        int order = last == null ? -1 : Arrays.compareUnsigned(last, key);
        if (order == 0) {
            repeated(key, row);
            return;
        }
        if (order > 0) {
            throw new IllegalStateException("The source's rows do not come in the order of their keys");
        }
        // A batch ends only before a new key, so that the rows of a key stay together.
        passOnWhenFull();
        last = key;
        while (old != null && Arrays.compareUnsigned(old.sourceKey(), key) < 0) {
            passGone();
        }
        if (old != null && Arrays.equals(old.sourceKey(), key)) {
            compare(key, row, old);
            advance();
        } else {
            compare(key, row, null);
        }
    }

    /** Ends the comparison: the source has no more rows. */
    void end() {
        while (old != null) {
            passGone();
        }
        passOn();
    }

    private void passGone() {
        gone.add(old.sourceKey());
        advance();
        passOnWhenFull();
    }

    private void advance() {
        old = known.hasNext() ? known.next() : null;
    }

    private void compare(byte[] key, Object[] row, KnownHash before) {
        rows++;
        byte[] hash = typing.hash(row);
        if (everyRow || before == null || !Arrays.equals(hash, before.hash())) {
            candidates.add(typing.candidate(key, hash, before != null, row));
        }
    }

    // A key that comes twice tells no row from another: all rows with it are bad.
    private void repeated(byte[] key, Object[] row) {
        rows++;
        Candidate first = candidates.isEmpty() ? null : candidates.getLast();
        boolean firstIsThere = first != null && Arrays.equals(first.key(), key);
        boolean wasBad = firstIsThere && first.problem() != null;
        if (firstIsThere && !wasBad) {
            candidates.removeLast();
        }
        if (!wasBad) {
            candidates.add(typing.bad(key, !firstIsThere || first.known(), row, "its key comes more than once"));
        }
        duplicates++;
    }

    private void passOnWhenFull() {
        if (candidates.size() > BATCH || gone.size() > BATCH || rows >= ROWS_A_BATCH) {
            passOn();
        }
    }

    private void passOn() {
        batches.accept(new Batch(rows, candidates, gone, duplicates));
        candidates = new ArrayList<>();
        gone = new ArrayList<>();
        rows = 0;
        duplicates = 0;
    }
}
