package dev.tidemark.engine;

import dev.tidemark.orm.RangeFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The ranges of keys whose fingerprints differ between two sides. */
final class KeyRanges {
    private KeyRanges() {}

    /** The differing ranges in ascending order, neighbours together. */
    static List<Span> differing(List<RangeFingerprint> left, List<RangeFingerprint> right) {
        Map<Long, RangeFingerprint> leftByRange = byRange(left);
        Map<Long, RangeFingerprint> rightByRange = byRange(right);
        TreeSet<Long> ranges = new TreeSet<>(leftByRange.keySet());
        ranges.addAll(rightByRange.keySet());
        ranges.removeIf(range -> Objects.equals(leftByRange.get(range), rightByRange.get(range)));
        return bridging(ranges.stream().map(range -> new Span(range, range)).toList(), 0);
    }

    /** Ascending spans with the ranges between two of them where those are at most {@code gap}. */
    static List<Span> bridging(List<Span> spans, long gap) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            if (!joined.isEmpty() && span.first() - joined.getLast().last() - 1 <= gap) {
                joined.add(new Span(joined.removeLast().first(), span.last()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static Map<Long, RangeFingerprint> byRange(List<RangeFingerprint> fingerprints) {
        Map<Long, RangeFingerprint> byRange = new HashMap<>();
        fingerprints.forEach(fingerprint -> byRange.put(fingerprint.range(), fingerprint));
        return byRange;
    }

    /**
     * Ranges that follow each other.
     *
     * @param first the number of the first
     * @param last the number of the last
     */
    record Span(long first, long last) {}
}
