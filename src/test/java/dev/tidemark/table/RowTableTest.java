package dev.tidemark.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RowTableTest {
    @Test
    void holdsWhatAMapHolds() {
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(7);
        for (int gap : new int[] {1, 2, 6, 50}) {
            RowTable<String> table = new RowTable<>();
            TreeMap<Long, String> expected = new TreeMap<>();
            long key = -20;
            for (int row = 0; row < 1_000; row++) {
                key += 1 + random.nextInt(gap);
                table.add(key, "row " + key);
                expected.put(key, "row " + key);
            }

            for (long any = -30; any <= key + 10; any++) {
                assertEquals(expected.get(any), table.get(any));
            }
        }
    }

    @Test
    void keysMayLieAtBothEnds() {
        RowTable<String> table = new RowTable<>();
        table.add(Long.MIN_VALUE, "first");
        table.add(Long.MIN_VALUE + 3, "near");
        table.add(Long.MAX_VALUE, "last");

        assertEquals("first", table.get(Long.MIN_VALUE));
        assertEquals("near", table.get(Long.MIN_VALUE + 3));
        assertEquals("last", table.get(Long.MAX_VALUE));
        assertNull(table.get(Long.MIN_VALUE + 1));
        assertNull(table.get(0));
    }

    @Test
    void isEmptyAtFirst() {
        RowTable<String> table = new RowTable<>();

        assertNull(table.get(0));
        assertNull(table.get(Long.MAX_VALUE));
    }

    @Test
    void refusesRowsOutOfOrder() {
        RowTable<String> table = new RowTable<>();
        table.add(5, "five");

        assertThrows(IllegalArgumentException.class, () -> table.add(5, "five again"));
        assertThrows(IllegalArgumentException.class, () -> table.add(4, "four"));
    }
}
