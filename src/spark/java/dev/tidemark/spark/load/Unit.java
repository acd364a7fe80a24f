package dev.tidemark.spark.load;

import dev.tidemark.source.Snapshot;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.KeySpans;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What one task reads in one snapshot: the rows of a table in a range of keys.
 *
 * @param table the name of the table of the star
 * @param keys the leading keys of the source's rows; whole ranges of fingerprints
 */
record Unit(String table, KeySpans keys) implements Serializable {
    /** Reading fewer rows than this takes less time than a task does. */
    private static final long FEWEST_ROWS = 50_000;

    /**
     * Units that hold all possible keys of a table, in ascending order; about equal if the keys are evenly spread.
     *
     * @param most the most units
     */
    static List<Unit> of(SourceSync<?, ?> sync, Snapshot source, int most) {
        long rows = source.estimatedRows(sync.source());
        int count = Math.clamp(rows / FEWEST_ROWS + 1, 1, most);
        return source.extent(sync.source())
                .map(extent -> cut(sync, extent, count))
                .orElseGet(() -> List.of(new Unit(sync.name(), KeySpans.ALL)));
    }

    private static List<Unit> cut(SourceSync<?, ?> sync, KeySpans.Span extent, int count) {
        long width = sync.source().rangeWidth();
        // The keys may be further apart than a long can tell, so the step is computed without their difference.
        long step = Math.max(width, (extent.last() / count - extent.first() / count + 1) & -width);
        List<Unit> units = new ArrayList<>();
        long first = Long.MIN_VALUE;
        long next = (extent.first() & -width) + step;
        while (units.size() < count - 1 && next > first && next <= extent.last()) {
            units.add(of(sync, first, next - 1));
            first = next;
            next += step;
        }
        units.add(of(sync, first, Long.MAX_VALUE));
        return units;
    }

    private static Unit of(SourceSync<?, ?> sync, long first, long last) {
        return new Unit(sync.name(), KeySpans.of(List.of(new KeySpans.Span(first, last)).iterator()));
    }
}
