package dev.tidemark.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Randomly;
import dev.tidemark.table.KeySpans.Span;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Sets of keys as spans. */
class KeySpansTest {
    @Test
    void keysThatFollowEachOtherBecomeOneSpan() {
        assertEquals(List.of(new Span(1, 3), new Span(5, 5)), spans(3, 1, 5, 2, 2));
        assertEquals(KeySpans.NONE, keys());
        assertTrue(keys().isEmpty());
    }

    @Test
    void theEndsOf64BitsAreKeysLikeOthers() {
        KeySpans ends = keys(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1);
        assertEquals(
                List.of(Span.of(Long.MIN_VALUE), new Span(Long.MAX_VALUE - 1, Long.MAX_VALUE)), ends.spans().toList());
        assertTrue(ends.contains(Long.MIN_VALUE));
        assertFalse(ends.contains(0));
        assertFalse(ends.isAll());
        assertEquals(2, ends.pieces(10, 1).count());
        assertEquals(KeySpans.ALL, KeySpans.ALL.union(ends));
        assertEquals(List.of(KeySpans.ALL), KeySpans.ALL.pieces(1, 1).toList());
        assertTrue(KeySpans.of(List.of(new Span(Long.MIN_VALUE, -1), new Span(0, Long.MAX_VALUE)).iterator()).isAll());
    }

    @Test
    void tooManySpansAreAll() {
        assertTrue(KeySpans.ofKeys(LongStream.rangeClosed(0, KeySpans.LIMIT).map(key -> key * 2).iterator()).isAll());
        assertFalse(KeySpans.ofKeys(LongStream.range(0, KeySpans.LIMIT).map(key -> key * 2).iterator()).isAll());
        KeySpans even = KeySpans.ofKeys(LongStream.range(0, KeySpans.LIMIT).map(key -> key * 4).iterator());
        assertTrue(even.union(KeySpans.ofKeys(List.of(2L).iterator())).isAll());
    }

    @Test
    void aBackwardSpanIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Span(2, 1));
    }

    @Test
    void setsAgreeWithPlainSets() {
        Randomly.repeat(300, KeySpansTest::compareRandomSets);
    }

    private static void compareRandomSets(Random random) {
        TreeSet<Long> left = some(random);
        TreeSet<Long> right = some(random);
        KeySpans leftSpans = KeySpans.ofKeys(left.iterator());
        KeySpans rightSpans = KeySpans.ofKeys(right.iterator());
        TreeSet<Long> both = new TreeSet<>(left);
        both.addAll(right);
        KeySpans union = leftSpans.union(rightSpans);
        assertEquals(KeySpans.ofKeys(both.iterator()), union);
        for (long key = -2; key < 62; key++) {
            assertEquals(both.contains(key), union.contains(key), () -> union + "");
        }
        int mostSpans = 1 + random.nextInt(4);
        int mostKeys = 1 + random.nextInt(9);
        List<KeySpans> pieces = union.pieces(mostSpans, mostKeys).toList();
        assertEquals(union, pieces.stream().reduce(KeySpans.NONE, KeySpans::union));
        for (KeySpans piece : pieces) {
            List<Span> spans = piece.spans().toList();
            long keys = spans.stream().mapToLong(span -> span.last() - span.first() + 1).sum();
            assertTrue(spans.size() <= mostSpans && (keys <= mostKeys || spans.size() == 1), piece::toString);
        }
    }

    private static TreeSet<Long> some(Random random) {
        TreeSet<Long> keys = new TreeSet<>();
        random.longs(random.nextInt(40), 0, 60).forEach(keys::add);
        return keys;
    }

    private static KeySpans keys(long... keys) {
        return KeySpans.ofKeys(LongStream.of(keys).iterator());
    }

    private static List<Span> spans(long... keys) {
        return keys(keys).spans().toList();
    }
}
