package dev.tidemark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fingerprints that are held in memory come back as they were. */
class HeldFingerprintsTest {
    private static final String LATEST = "2026-01-02 00:00:00";

    @Test
    void allComeBackInOrderWithTheLatestTimeOfChange() {
        List<RangeFingerprint> ranges = IntStream.range(0, 5_000)
                .mapToObj(number -> new RangeFingerprint(
                        number * 128L,
                        number % 129,
                        Integer.toHexString(number * 31),
                        number % 3 == 0 ? null : Integer.toHexString(number),
                        time(number)))
                .toList();
        List<RangeFingerprint> held = new ArrayList<>();
        HeldFingerprints.of(ranges.iterator()).iterator().forEachRemaining(held::add);
        assertEquals(
                ranges.stream()
                        .map(range -> new RangeFingerprint(
                                range.firstKey(), range.rows(), range.content(), range.keys(), LATEST))
                        .toList(),
                held);
    }

    @Test
    void aTableWithoutRowsHasNone() {
        assertFalse(HeldFingerprints.of(List.<RangeFingerprint>of().iterator()).iterator().hasNext());
    }

    private static String time(int number) {
        return switch (number % 3) {
            case 0 -> null;
            case 1 -> "2026-01-01 00:00:00";
            default -> number == 2_000 ? LATEST : "2025-12-31 23:59:59";
        };
    }
}
