package dev.tidemark.copy.validation;

import dev.tidemark.copy.rows.KeyMerge;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.state.MappedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells rows that changed in the source from those that did not, and hands them on in batches. */
final class KeyBatches implements KeyMerge.Visitor<MappedRow> {
    private static final int ROWS_TOGETHER = 1_000;

    private final RowTyping typing;
    private final Consumer<List<ComparedKey>> batches;
    private List<ComparedKey> batch = new ArrayList<>();

    /** Hands batches to {@code batches}. */
    KeyBatches(RowTyping typing, Consumer<List<ComparedKey>> batches) {
        this.typing = typing;
        this.batches = batches;
    }

    @Override
    public void row(KeyMerge.ReadRow<MappedRow> row) {
        passOnWhenFull();
        batch.add(new ComparedKey(
                row.key(),
                1,
                row.known(),
                row.changed() ? null : typing.candidate(row.key(), row.hash(), true, row.stored())));
    }

    @Override
    public void repeated(byte[] key, Object[] row) {
        ComparedKey first = batch.removeLast();
        batch.add(new ComparedKey(key, first.rows() + 1, first.known(), null));
    }

    @Override
    public void gone(MappedRow known) {
        passOnWhenFull();
        batch.add(new ComparedKey(known.sourceKey(), 0, known, null));
    }

    /** Hands on what is left: there are no more rows. */
    void end() {
        passOn();
    }

    // A batch ends only before a new key, so that the rows of a key stay together.
    private void passOnWhenFull() {
        if (batch.size() >= ROWS_TOGETHER) {
            passOn();
        }
    }

    private void passOn() {
        batches.accept(batch);
        batch = new ArrayList<>();
    }
}
