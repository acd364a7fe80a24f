package dev.tidemark.copy.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tidemark.support.Randomly;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowHashTest {
    private final RowHash hash = new RowHash();

    @Test
    void theHashIsSha256OfTagsLengthsAndValues() throws Exception {
        byte[] encoded = HexFormat.of()
                .parseHex("00" + "010000000000000007" + "023ff8000000000000" + "0300000002c3a9" + "0400000001ff");
        assertArrayEquals(
                MessageDigest.getInstance("SHA-256").digest(encoded),
                hash.of(new Object[] {null, 7L, 1.5, "é", new byte[] {(byte) 0xFF}}));
    }

    @Test
    void equalRowsHaveEqualHashesWhateverWasHashedBefore() {
        Randomly.repeat(500, random -> {
            Object[] row = Stream.generate(() -> RandomStored.value(random)).limit(5).toArray();
            byte[] first = hash.of(row);
            hash.of(new Object[] {"another"});
            assertArrayEquals(first, hash.of(row.clone()));
            assertArrayEquals(first, new RowHash().of(row));
            assertEquals(32, first.length);
        });
    }

    @Test
    void rowsThatDifferHaveDifferentHashes() {
        Object[][] rows = {
            {},
            {null},
            {null, null},
            {0L},
            {1L},
            {1.0},
            {"1"},
            {new byte[] {'1'}},
            {""},
            {new byte[0]},
            {"", ""},
            {"ab", "c"},
            {"a", "bc"},
            {"abc"},
            {"abc", null},
            {null, "abc"},
            {"abc "},
            {"a\0b"},
            {"a"},
            {new InvalidText(new byte[] {'a', (byte) 0xFF})},
            {new byte[] {'a', (byte) 0xFF}},
            {Long.MAX_VALUE},
            {9.223372036854775807E18},
            {0.1},
            {Math.nextUp(0.1)}
        };
        long different = Arrays.stream(rows).map(row -> HexFormat.of().formatHex(hash.of(row))).distinct().count();
        assertEquals(rows.length, different);
    }

    @Test
    void zeroHasNoSignAndWhatIsNoNumberIsNull() {
        assertArrayEquals(hash.of(new Object[] {0.0}), hash.of(new Object[] {-0.0}));
        assertArrayEquals(hash.of(new Object[] {null}), hash.of(new Object[] {Double.NaN}));
    }

    @Test
    void valuesOfAnyLengthAreHashedWhole() {
        for (int length : new int[] {8_180, 8_186, 8_187, 8_188, 8_192, 8_193, 100_000}) {
            byte[] content = new byte[length];
            byte[] before = hash.of(new Object[] {1L, content, "end"});
            assertArrayEquals(before, hash.of(new Object[] {1L, content.clone(), "end"}));
            content[length - 1] = 1;
            assertFalse(Arrays.equals(before, hash.of(new Object[] {1L, content, "end"})));
        }
    }

    @Test
    void onlyStoredValuesAreHashed() {
        assertThrows(IllegalArgumentException.class, () -> hash.of(new Object[] {true}));
    }
}
