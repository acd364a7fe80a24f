package dev.tidemark.spark.load;

import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.table.KeySpans;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The ranges of a table that differ between two states.
 *
 * @param content the leading keys of the ranges whose rows differ
 * @param keys the leading keys of the ranges whose keys differ, a part of {@code content}
 */
public record RangeDifferences(KeySpans content, KeySpans keys) {
    /**
     * Compares the fingerprints of a table.
     *
     * @param width the number of key values in a range
     */
    public static RangeDifferences between(HeldFingerprints was, HeldFingerprints is, long width) {
        List<KeySpans.Span> content = new ArrayList<>();
        List<KeySpans.Span> keys = new ArrayList<>();
        Iterator<RangeFingerprint> before = was.iterator();
        Iterator<RangeFingerprint> now = is.iterator();
        RangeFingerprint one = next(before);
        RangeFingerprint other = next(now);
        while (one != null || other != null) {
            boolean here = one != null && (other == null || one.firstKey() <= other.firstKey());
            boolean there = other != null && (one == null || other.firstKey() <= one.firstKey());
            long first = here ? one.firstKey() : other.firstKey();
            boolean both = here && there;
            KeySpans.Span range = new KeySpans.Span(first, first + (width - 1));
            if (!both || !haveSameKeys(one, other)) {
                keys.add(range);
            }
            if (!both || !haveSameKeys(one, other) || !one.content().equals(other.content())) {
                content.add(range);
            }
            one = here ? next(before) : one;
            other = there ? next(now) : other;
        }
        return new RangeDifferences(KeySpans.of(content.iterator()), KeySpans.of(keys.iterator()));
    }

    private static boolean haveSameKeys(RangeFingerprint one, RangeFingerprint other) {
        return one.rows() == other.rows() && Objects.equals(one.keys(), other.keys());
    }

    private static RangeFingerprint next(Iterator<RangeFingerprint> ranges) {
        return ranges.hasNext() ? ranges.next() : null;
    }
}
