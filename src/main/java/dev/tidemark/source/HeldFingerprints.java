package dev.tidemark.source;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * Fingerprints of a table in memory, about ninety bytes a range: a table of sixteen million rows has 125,000 ranges.
 * Their times of change are reduced to the most recent one.
 */
public final class HeldFingerprints {
    private final StringBuilder texts = new StringBuilder();
    private long[] firstKeys = new long[1_024];
    private long[] rows = new long[1_024];
    private int[] contentEnds = new int[1_024];
    private int[] keyEnds = new int[1_024];
    private int size;
    private String lastUpdate;

    private HeldFingerprints() {}

    /** All of {@code ranges}. */
    public static HeldFingerprints of(Iterator<RangeFingerprint> ranges) {
        HeldFingerprints held = new HeldFingerprints();
        ranges.forEachRemaining(held::add);
        return held;
    }

    /** The fingerprints in the order in which they came; each bears the most recent time of change of all. */
    public Iterator<RangeFingerprint> iterator() {
        return IntStream.range(0, size).mapToObj(this::range).iterator();
    }

    private void add(RangeFingerprint range) {
        if (size == firstKeys.length) {
            int larger = size * 2;
            firstKeys = Arrays.copyOf(firstKeys, larger);
            rows = Arrays.copyOf(rows, larger);
            contentEnds = Arrays.copyOf(contentEnds, larger);
            keyEnds = Arrays.copyOf(keyEnds, larger);
        }
        firstKeys[size] = range.firstKey();
        rows[size] = range.rows();
        contentEnds[size] = texts.append(range.content()).length();
        // A fingerprint of keys is never empty, so nothing stands for none.
        keyEnds[size] = range.keys() == null ? texts.length() : texts.append(range.keys()).length();
        size++;
        if (range.lastUpdate() != null && (lastUpdate == null || range.lastUpdate().compareTo(lastUpdate) > 0)) {
            lastUpdate = range.lastUpdate();
        }
    }

    private RangeFingerprint range(int index) {
        int start = index == 0 ? 0 : keyEnds[index - 1];
        int end = contentEnds[index];
        return new RangeFingerprint(
                firstKeys[index],
                rows[index],
                texts.substring(start, end),
                end == keyEnds[index] ? null : texts.substring(end, keyEnds[index]),
                lastUpdate);
    }
}
