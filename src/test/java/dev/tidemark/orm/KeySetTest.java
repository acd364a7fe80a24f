package dev.tidemark.orm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Randomly;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeySetTest {
    @Test
    void keysAreSortedAndDistinct() {
        assertEquals("[-3, 1, 7]", KeySet.of(7, 1, 7, -3, 1).toString());
        assertEquals(3, KeySet.of(7, 1, 7, -3, 1).size());
    }

    @Test
    void theEmptySetHasNothing() {
        assertTrue(KeySet.none().isEmpty());
        assertTrue(KeySet.of().isEmpty());
        assertFalse(KeySet.none().contains(0));
        assertEquals(List.of(), KeySet.none().chunks(10).toList());
    }

    @Test
    void allHasEveryKeyAndSwallowsEverySet() {
        assertTrue(KeySet.ALL.contains(Long.MAX_VALUE));
        assertFalse(KeySet.ALL.isEmpty());
        assertTrue(KeySet.of(1).union(KeySet.ALL).isAll());
        assertTrue(KeySet.ALL.union(KeySet.none()).isAll());
    }

    @Test
    void pastItsLimitASetBecomesAll() {
        assertEquals(KeySet.LIMIT, KeySet.collect(LongStream.range(0, KeySet.LIMIT).iterator()).size());
        assertSame(KeySet.ALL, KeySet.collect(LongStream.rangeClosed(0, KeySet.LIMIT).iterator()));
        assertEquals(KeySet.LIMIT + 1, KeySet.exactly(LongStream.rangeClosed(0, KeySet.LIMIT).toArray()).size());
    }

    @Test
    void chunksHoldEveryKeyOnceInOrder() {
        assertEquals(
                List.of(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L), List.of(7L)),
                KeySet.of(7, 6, 5, 4, 3, 2, 1).chunks(3).toList());
        assertEquals(List.of(List.of(1L, 2L)), KeySet.of(1, 2).chunks(2).toList());
    }

    @Test
    void itAgreesWithASetOfTheLibrary() {
        Randomly.repeat(300, KeySetTest::compareWithTreeSets);
    }

    private static void compareWithTreeSets(Random random) {
        TreeSet<Long> left = keys(random);
        TreeSet<Long> right = keys(random);
        TreeSet<Long> union = new TreeSet<>(left);
        union.addAll(right);
        TreeSet<Long> difference = new TreeSet<>(left);
        difference.removeAll(right);
        assertEquals(set(union), set(left).union(set(right)));
        assertEquals(set(difference), set(left).minus(set(right)));
        assertEquals(List.copyOf(left), set(left).stream().boxed().toList());
        for (long key = -5; key < 45; key++) {
            assertEquals(left.contains(key), set(left).contains(key));
        }
        int size = 1 + random.nextInt(7);
        assertEquals(
                List.copyOf(left),
                set(left).chunks(size).peek(chunk -> assertTrue(chunk.size() <= size)).flatMap(List::stream).toList());
    }

    private static TreeSet<Long> keys(Random random) {
        return random.longs(random.nextInt(30), 0, 40).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static KeySet set(TreeSet<Long> keys) {
        return KeySet.collect(keys.iterator());
    }
}
