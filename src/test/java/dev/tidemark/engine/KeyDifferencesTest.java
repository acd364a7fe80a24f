package dev.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.engine.KeyRanges.Span;
import dev.tidemark.orm.RangeFingerprint;
import dev.tidemark.support.Randomly;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How two sides' keys are told apart: by ranges first, then one by one. */
class KeyDifferencesTest {
    @Test
    void equalRangesDoNotDiffer() {
        assertEquals(List.of(), KeyRanges.differing(List.of(), List.of()));
        assertEquals(List.of(), KeyRanges.differing(List.of(range(1, 5, 9)), List.of(range(1, 5, 9))));
    }

    @Test
    void aRangeDiffersByItsRowsItsHashesOrItsAbsence() {
        assertEquals(
                List.of(new Span(1, 1), new Span(3, 3), new Span(5, 5), new Span(7, 7)),
                KeyRanges.differing(
                        List.of(range(1, 5, 9), range(2, 1, 1), range(3, 1, 7), range(5, 1, 1)),
                        List.of(range(7, 1, 1), range(3, 1, 8), range(2, 1, 1), range(1, 6, 9))));
    }

    @Test
    void neighboursAreOneSpan() {
        assertEquals(
                List.of(new Span(0, 2), new Span(4, 4)),
                KeyRanges.differing(
                        List.of(range(0, 1, 1), range(2, 1, 1)), List.of(range(1, 1, 1), range(4, 1, 1))));
    }

    @Test
    void spansNearEachOtherAreBridged() {
        List<Span> spans = List.of(new Span(0, 2), new Span(5, 5), new Span(9, 9), new Span(10, 12));
        assertEquals(List.of(new Span(0, 5), new Span(9, 12)), KeyRanges.bridging(spans, 2));
        assertEquals(List.of(new Span(0, 12)), KeyRanges.bridging(spans, 3));
        assertEquals(List.of(), KeyRanges.bridging(List.of(), 3));
    }

    @Test
    void theWalkFindsWhatEachSideLacks() {
        Randomly.repeat(500, KeyDifferencesTest::walkRandomKeys);
    }

    @Test
    void aWalkOverNothingFindsAll() {
        LongStream.Builder missing = LongStream.builder();
        LongStream.Builder vanished = LongStream.builder();
        KeyComparison.difference(List.of(1L, 2L).iterator(), List.<Long>of().iterator(), missing, vanished);
        KeyComparison.difference(List.<Long>of().iterator(), List.of(3L).iterator(), missing, vanished);
        assertEquals(List.of(1L, 2L), missing.build().boxed().toList());
        assertEquals(List.of(3L), vanished.build().boxed().toList());
    }

    private static void walkRandomKeys(Random random) {
        TreeSet<Long> source = keys(random);
        TreeSet<Long> warehouse = keys(random);
        LongStream.Builder missing = LongStream.builder();
        LongStream.Builder vanished = LongStream.builder();
        KeyComparison.difference(source.iterator(), warehouse.iterator(), missing, vanished);
        TreeSet<Long> expectedMissing = new TreeSet<>(source);
        expectedMissing.removeAll(warehouse);
        TreeSet<Long> expectedVanished = new TreeSet<>(warehouse);
        expectedVanished.removeAll(source);
        assertEquals(List.copyOf(expectedMissing), missing.build().boxed().toList());
        assertEquals(List.copyOf(expectedVanished), vanished.build().boxed().toList());
    }

    private static TreeSet<Long> keys(Random random) {
        return random.longs(random.nextInt(40), -20, 20).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static RangeFingerprint range(long range, long rows, long hashes) {
        return new RangeFingerprint(range, rows, hashes);
    }
}
