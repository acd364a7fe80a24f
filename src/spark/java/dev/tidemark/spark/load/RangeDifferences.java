package dev.tidemark.spark.load;

import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.RowMerge;
import java.util.ArrayList;
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
        RowMerge.walk(range -> Key.of(range.firstKey()), is.iterator(), was.iterator(), new RowMerge.Visitor<>() {
            @Override
            public void missing(RangeFingerprint range) {
                keys.add(span(range));
                content.add(span(range));
            }

            @Override
            public void extra(RangeFingerprint range) {
                missing(range);
            }

            @Override
            public void both(RangeFingerprint now, RangeFingerprint before) {
                if (!haveSameKeys(now, before)) {
                    missing(now);
                } else if (!now.content().equals(before.content())) {
                    content.add(span(now));
                }
            }

            private KeySpans.Span span(RangeFingerprint range) {
                return new KeySpans.Span(range.firstKey(), range.firstKey() + (width - 1));
            }
        });
        return new RangeDifferences(KeySpans.of(content.iterator()), KeySpans.of(keys.iterator()));
    }

    private static boolean haveSameKeys(RangeFingerprint one, RangeFingerprint other) {
        return one.rows() == other.rows() && Objects.equals(one.keys(), other.keys());
    }
}
