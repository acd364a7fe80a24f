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
        List<Span> spans = new ArrayList<>();
        for (long range : ranges) {
            if (!spans.isEmpty() && spans.getLast().last() == range - 1) {
                spans.add(new Span(spans.removeLast().first(), range));
            } else {
                spans.add(new Span(range, range));
            }
        }
        return spans;
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
