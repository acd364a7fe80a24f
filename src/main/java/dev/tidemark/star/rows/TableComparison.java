package dev.tidemark.star.rows;

import dev.tidemark.concurrent.Prefetch;
import dev.tidemark.run.Progress;
import dev.tidemark.source.Snapshot;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.RowMerge;
import dev.tidemark.table.Scope;
import dev.tidemark.target.TargetSession;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares tables of the target with the source rows that they are made from, by one query of each side and in constant
 * memory. Another thread reads and maps the source rows.
 *
 * @param progress is told of the rows
 */
public record TableComparison(Snapshot source, TargetSession target, Progress progress) {
    /**
     * Tells {@code visitor} of each row of either side, in ascending order of the keys. It must not query the source.
     *
     * @param there the source rows to read
     * @param here the target's rows that should be made from them
     * @param mapping returns the target's row for a source row; empty if it has none
     */
    public <S, T> void walk(
            SourceSync<S, T> sync,
            Scope there,
            Scope here,
            Function<S, Optional<T>> mapping,
            RowMerge.Visitor<T> visitor) {
        if (progress.isShown() && there.equals(Scope.ALL)) {
            progress.expect(source.estimatedRows(sync.source()));
        }
        progress.await();
        target.streamRows(sync.target(), here, present -> {
            Prefetch.<T>read(
                    next -> source.rows(sync.source(), there, rows -> {
                        rows.forEachRemaining(row -> mapping.apply(row).ifPresent(next));
                        return there;
                    }),
                    mapped -> RowMerge.walk(sync.target(), progress.counting(mapped), present, visitor),
                    source::abandon);
            return visitor;
        });
    }
}
