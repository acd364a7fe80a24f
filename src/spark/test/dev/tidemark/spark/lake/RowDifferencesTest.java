package dev.tidemark.spark.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which rows of a lake are replaced: never one that was not read anew. */
class RowDifferencesTest {
    private static final KeySpans COMPARED = KeySpans.ofKeys(LongStream.rangeClosed(1, 50).iterator());

    @Test
    void theKeysOfRowsThatDifferAreNamedSingly() {
        RowDifferences differences = RowDifferences.of(List.of(
                new RowDifferences(1, 2, keys(4), List.of(Key.of(5), Key.of(6)), List.of(Key.of(7))),
                new RowDifferences(0, 2, KeySpans.NONE, List.of(), List.of(Key.of(6)))));

        assertEquals(keys(4, 5, 6, 7), differences.keys(COMPARED));
    }

    @Test
    void tooManyOfThemAreThoseThatWereCompared() {
        KeySpans tooMany = KeySpans.ofKeys(
                LongStream.rangeClosed(0, KeySpans.LIMIT).map(number -> 2 * number).iterator());
        assertEquals(KeySpans.ALL, tooMany);

        RowDifferences differences = RowDifferences.of(
                List.of(new RowDifferences(KeySpans.LIMIT + 1L, 0, tooMany, List.of(), List.of(Key.of(9)))));

        assertEquals(COMPARED, differences.keys(COMPARED));
    }

    private static KeySpans keys(long... keys) {
        return KeySpans.ofKeys(LongStream.of(keys).iterator());
    }
}
