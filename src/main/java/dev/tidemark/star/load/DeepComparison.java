package dev.tidemark.star.load;

import dev.tidemark.star.SourceSync;
import dev.tidemark.star.rows.TableComparison;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.RowMerge;
import dev.tidemark.table.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the rows of a table that differ from what its source rows should make.
 *
 * @param <S> the record of a source row
 * @param <T> the record of a row
 */
final class DeepComparison<S, T> implements RowMerge.Visitor<T> {
    /** With more rows than this, the whole table counts as different, which bounds the memory. */
    private static final int MOST = 100_000;

    private final SourceSync<S, T> sync;
    private final List<Long> differing = new ArrayList<>();
    private Key last;
    private long read;
    private long equal;

    DeepComparison(SourceSync<S, T> sync) {
        this.sync = sync;
    }

    /** Compares all rows; may be called once. */
    void compare(TableComparison comparison, Function<S, Optional<T>> mapping) {
        comparison.walk(
                sync,
                Scope.ALL,
                Scope.ALL,
                row -> {
                    last = sync.source().requireAscending(last, row);
                    read++;
                    return mapping.apply(row);
                },
                this);
    }

    /** The leading keys of the rows that differ. */
    KeySpans differing() {
        return differing.size() > MOST ? KeySpans.ALL : KeySpans.ofKeys(differing.iterator());
    }

    /** The number of source rows. */
    long read() {
        return read;
    }

    /** The number of rows that do not differ. */
    long equal() {
        return equal;
    }

    @Override
    public void missing(T row) {
        note(row);
    }

    @Override
    public void extra(T row) {
        note(row);
    }

    @Override
    public void both(T should, T is) {
        if (should.equals(is)) {
            equal++;
        } else {
            note(should);
        }
    }

    private void note(T row) {
        if (differing.size() <= MOST) {
            differing.add(sync.target().keyOf(row).leading());
        }
    }
}
