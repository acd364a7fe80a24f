package dev.tidemark.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.tidemark.support.Randomly;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    @Test
    void anEmptyMapHasNothing() {
        assertEquals(0, KeyMap.empty().size());
        assertNull(KeyMap.empty().get(0));
    }

    @Test
    void theLastValueOfAKeyCounts() {
        KeyMap map = KeyMap.empty();
        map.put(1, 10);
        map.put(2, 20);
        map.put(1, 11);
        assertEquals(11, map.get(1));
        assertEquals(20, map.get(2));
        assertEquals(2, map.size());
    }

    @Test
    void keysThatAreAllMultiplesOfALargePowerOfTwoAreKeptApart() {
        KeyMap map = KeyMap.empty();
        LongStream.range(0, 5_000).forEach(key -> map.put(key << 32, key));
        assertEquals(5_000, map.size());
        LongStream.range(0, 5_000).forEach(key -> assertEquals(key, map.get(key << 32)));
        assertNull(map.get(1));
    }

    @Test
    void itAgreesWithAMapOfTheLibrary() {
        Randomly.repeat(100, KeyMapTest::compareWithHashMap);
    }

    private static void compareWithHashMap(Random random) {
        Map<Long, Long> expected = new HashMap<>();
        KeyMap map = KeyMap.empty();
        int range = 1 + random.nextInt(2_000);
        for (int i = random.nextInt(3_000); i > 0; i--) {
            long key = random.nextInt(range) - range / 2;
            long value = random.nextLong();
            expected.put(key, value);
            map.put(key, value);
        }
        assertEquals(expected.size(), map.size());
        IntStream.rangeClosed(-range, range)
                .forEach(key -> assertEquals(expected.get((long) key), map.get(key), () -> "of " + key));
    }
}
