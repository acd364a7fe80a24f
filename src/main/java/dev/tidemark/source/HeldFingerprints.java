package dev.tidemark.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fingerprints of a table in memory, about ninety bytes a range: a table of sixteen million rows has 125,000 ranges.
 * Their times of change are reduced to the most recent one.
 */
public final class HeldFingerprints implements Serializable {
    private static final int RANGES_A_CHUNK = 1_024;

    private final List<Chunk> chunks = new ArrayList<>();
    private String lastUpdate;

    private HeldFingerprints() {}

    /** All of {@code ranges}. */
    public static HeldFingerprints of(Iterator<RangeFingerprint> ranges) {
        HeldFingerprints held = new HeldFingerprints();
        while (ranges.hasNext()) {
            held.chunks.add(held.next(ranges));
        }
        return held;
    }

    /** The fingerprints in the order in which they came; each bears the most recent time of change of all. */
    public Iterator<RangeFingerprint> iterator() {
        return chunks.stream().flatMap(chunk -> chunk.ranges(lastUpdate)).iterator();
    }

    private Chunk next(Iterator<RangeFingerprint> ranges) {
        Chunk chunk = new Chunk();
        while (chunk.size < RANGES_A_CHUNK && ranges.hasNext()) {
            RangeFingerprint range = ranges.next();
            chunk.add(range);
            lastUpdate = RangeFingerprint.later(lastUpdate, range.lastUpdate());
        }
        return chunk;
    }

    /** Some ranges in flat arrays. Chunks need no copying when there are more of them. */
    private static final class Chunk implements Serializable {
        private final long[] firstKeys = new long[RANGES_A_CHUNK];
        private final long[] rows = new long[RANGES_A_CHUNK];
        private final int[] contentEnds = new int[RANGES_A_CHUNK];
        private final int[] keyEnds = new int[RANGES_A_CHUNK];
        private final StringBuilder texts = new StringBuilder();
        private int size;

        private void add(RangeFingerprint range) {
            firstKeys[size] = range.firstKey();
            rows[size] = range.rows();
            contentEnds[size] = texts.append(range.content()).length();
            // A fingerprint of keys is never empty, so an empty text stands for none.
            keyEnds[size] = range.keys() == null ? texts.length() : texts.append(range.keys()).length();
            size++;
        }

        private Stream<RangeFingerprint> ranges(String lastUpdate) {
            return IntStream.range(0, size).mapToObj(index -> range(index, lastUpdate));
        }

        private RangeFingerprint range(int index, String lastUpdate) {
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
}
