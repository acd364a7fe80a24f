package dev.tidemark.copy.load;

import dev.tidemark.copy.rows.Candidate;
import dev.tidemark.copy.rows.KeyMerge;
import dev.tidemark.copy.rows.RangeMerge;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.state.KnownHash;
import dev.tidemark.copy.state.RangeHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Compares the rows of a table with what the state knows of them, in one pass over both, in the order of the keys. */
final class Comparison implements RangeMerge.Visitor {
    private static final int BATCH = 1_000;
    private static final int ROWS_A_BATCH = 20_000;

    private final RowTyping typing;
    private final Consumer<Object[]> seeing;
    private final Consumer<Batch> batches;
    private List<Candidate> candidates = new ArrayList<>();
    private List<byte[]> gone = new ArrayList<>();
    private List<RangeHash> ranges = new ArrayList<>();
    private long rows;
    private long duplicates;

    /**
     * A comparison that hands what differs to {@code batches}.
     *
     * @param seeing takes the stored values of each row
     */
    Comparison(RowTyping typing, Consumer<Object[]> seeing, Consumer<Batch> batches) {
        this.typing = typing;
        this.seeing = seeing;
        this.batches = batches;
    }

    @Override
    public void unchanged(List<Object[]> some) {
        passOnWhenFull();
        rows += some.size();
        some.forEach(seeing);
    }

    @Override
    public void range(RangeHash range) {
        ranges.add(range);
    }

    // A batch ends only before a new key, so that the rows of a key stay together.
    @Override
    public void row(KeyMerge.ReadRow<KnownHash> row) {
        passOnWhenFull();
        rows++;
        seeing.accept(row.stored());
        if (row.changed()) {
            candidates.add(typing.candidate(row.key(), row.hash(), row.known() != null, row.stored()));
        }
    }

    // A key that comes twice tells no row from another: all rows with it are bad.
    @Override
    public void repeated(byte[] key, Object[] row) {
        rows++;
        seeing.accept(row);
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

    @Override
    public void gone(KnownHash known) {
        passOnWhenFull();
        gone.add(known.sourceKey());
    }

    /** Hands on what is left: there are no more rows. */
    void end() {
        passOn();
    }

    private void passOnWhenFull() {
        if (candidates.size() > BATCH || gone.size() > BATCH || rows >= ROWS_A_BATCH) {
            passOn();
        }
    }

    private void passOn() {
        batches.accept(new Batch(rows, candidates, gone, duplicates, ranges));
        candidates = new ArrayList<>();
        gone = new ArrayList<>();
        ranges = new ArrayList<>();
        rows = 0;
        duplicates = 0;
    }
}
