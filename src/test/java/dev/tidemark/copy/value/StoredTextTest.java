package dev.tidemark.copy.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a\0b", "é", "😀", "\uFFFD", "a\uFFFD😀"})
    void utf8IsText(String text) {
        assertEquals(text, StoredText.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "61c3", "c0af", "eda080", "efbfbdff", "f4908080", "80"})
    void otherBytesAreInvalidText(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);
        assertArrayEquals(bytes, assertInstanceOf(InvalidText.class, StoredText.of(bytes)).bytes());
    }
}
