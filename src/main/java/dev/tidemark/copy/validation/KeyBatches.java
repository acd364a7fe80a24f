package dev.tidemark.copy.validation;

import dev.tidemark.copy.rows.KeyMerge;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.state.KnownHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Tells rows that changed in the source from those that did not, and hands them on in batches. */
final class KeyBatches implements KeyMerge.Visitor {
    private static final int ROWS_TOGETHER = 1_000;

    private final RowTyping typing;
    private final boolean comparable;
    private final Consumer<List<ComparedKey>> batches;
    private List<ComparedKey> batch = new ArrayList<>();

    /**
     * Batches for {@code batches}.
     *
     * @param comparable whether the state's hashes say anything about the rows of today
     */
    KeyBatches(RowTyping typing, boolean comparable, Consumer<List<ComparedKey>> batches) {
        this.typing = typing;
        this.comparable = comparable;
        this.batches = batches;
    }

    /** Compares {@code source} with {@code known}; both come in the order of their keys. */
    void run(Iterator<Object[]> source, Iterator<KnownHash> known) {
        KeyMerge.walk(typing, source, known, this);
        passOn();
    }

    @Override
    public void row(byte[] key, Object[] row, KnownHash known) {
        passOnWhenFull();
        byte[] hash = typing.hash(row);
        boolean unchanged = comparable && known != null && Arrays.equals(hash, known.hash());
        batch.add(new ComparedKey(
                key, 1, known != null, unchanged ? typing.candidate(key, hash, true, row) : null));
    }

    @Override
    public void repeated(byte[] key, Object[] row) {
        ComparedKey first = batch.removeLast();
        batch.add(new ComparedKey(key, first.rows() + 1, first.known(), null));
    }

    @Override
    public void gone(byte[] key) {
        passOnWhenFull();
        batch.add(new ComparedKey(key, 0, true, null));
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
