package dev.tidemark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The times in which a run was to be expected and none came. */
class GapTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void aMissedRunIsAGap() {
        List<Gap> gaps = Gap.between(at(0, 15, 30, 60, 75, 90, 105), after(110));
        assertEquals(List.of(new Gap(after(30), after(60), Duration.ofMinutes(15))), gaps);
        assertEquals("2026-03-01 00:30 to 2026-03-01 01:00 (30 min)", gaps.getFirst().inWords());
    }

    @Test
    void aRunThatIsALittleLateIsNone() {
        assertEquals(List.of(), Gap.between(at(0, 15, 30, 47, 60, 75, 90), after(100)));
    }

    @Test
    void runsThatNoLongerComeAreAGapUntilNow() {
        assertEquals(
                List.of(new Gap(after(90), after(600), Duration.ofMinutes(15))),
                Gap.between(at(0, 15, 30, 45, 60, 75, 90), after(600)));
    }

    @Test
    void ofRunsByHandNothingIsExpected() {
        assertEquals(List.of(), Gap.between(at(0, 1, 30, 32, 200, 205, 900), after(2_000)));
        assertEquals(List.of(), Gap.between(at(0, 15, 30), after(600)));
        assertEquals(List.of(), Gap.between(List.of(), after(600)));
    }

    private static List<Instant> at(long... minutes) {
        return Arrays.stream(minutes).mapToObj(GapTest::after).toList();
    }

    private static Instant after(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
