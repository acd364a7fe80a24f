package dev.tidemark.copy.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextConversionTest {
    private static final ColumnType TEXT = new ColumnType.Text(0, 0, false);
    private static final ColumnType THREE_CHARACTERS = new ColumnType.Text(3, 0, false);
    private static final ColumnType FOUR_BYTES = new ColumnType.Text(0, 4, false);
    private static final ColumnType PADDED = new ColumnType.Text(3, 0, true);
    private static final ColumnType BYTES = new ColumnType.Bytes(4);
    private static final ColumnType TRUTH = new ColumnType.Truth();
    private static final ColumnType UUID = new ColumnType.Uuid();
    private static final InvalidText INVALID = new InvalidText(new byte[] {'a', (byte) 0xFF});

    static final List<Arguments> TEXTS = List.of(
            Arguments.of("", ""),
            Arguments.of(" a ", " a "),
            Arguments.of("😀\uFFFD\u0001\n", "😀\uFFFD\u0001\n"),
            Arguments.of(12L, "12"),
            Arguments.of(1.0, "1.0"),
            Arguments.of(0.1 + 0.2, "0.30000000000000004"),
            Arguments.of(1e300, "1.0e+300"),
            Arguments.of(Double.NEGATIVE_INFINITY, "-Inf"));

    @ParameterizedTest
    @FieldSource("TEXTS")
    void textIsCarriedOverAndNumbersAreWrittenAsSqliteWritesThem(Object stored, String typed) {
        assertEquals(typed, Conversion.typed(TEXT, stored));
    }

    static final List<Arguments> NO_TEXTS = List.of(
            Arguments.of(new byte[] {1, 2}, "x'0102' is bytes where text is expected"),
            Arguments.of(INVALID, "x'61ff' is text that is not valid UTF-8"),
            Arguments.of("a\0b", "\"a\\u0000b\" has a NUL character (U+0000)"),
            Arguments.of("a\uD800", "\"a\\ud800\" has half of a surrogate pair"),
            Arguments.of("\uDC00\uD800", "\"\\udc00\\ud800\" has half of a surrogate pair"));

    @ParameterizedTest
    @FieldSource("NO_TEXTS")
    void whatIsNoTextIsBad(Object stored, String reason) {
        assertBad(reason, TEXT, stored);
    }

    @Test
    void charactersAreCountedNotTheirHalves() {
        assertEquals("😀😀😀", Conversion.typed(THREE_CHARACTERS, "😀😀😀"));
        assertBad("\"abcd\" has 4 characters, and at most 3 fit", THREE_CHARACTERS, "abcd");
        assertBad("\"😀😀😀😀\" has 4 characters, and at most 3 fit", THREE_CHARACTERS, "😀😀😀😀");
        assertBad("\"1234\" has 4 characters, and at most 3 fit", THREE_CHARACTERS, 1234L);
        assertBad("\"abc \" has 4 characters, and at most 3 fit", THREE_CHARACTERS, "abc ");
    }

    @Test
    void bytesOfTextAreThoseOfUtf8() {
        assertEquals("éé", Conversion.typed(FOUR_BYTES, "éé"));
        assertEquals("😀", Conversion.typed(FOUR_BYTES, "😀"));
        assertEquals("abcd", Conversion.typed(FOUR_BYTES, "abcd"));
        assertBad("\"ééa\" has 5 bytes, and at most 4 fit", FOUR_BYTES, "ééa");
        assertBad("\"abcde\" has 5 bytes, and at most 4 fit", FOUR_BYTES, "abcde");
    }

    @Test
    void paddedTextHasNoSpacesAtItsEnd() {
        assertEquals("a", Conversion.typed(PADDED, "a  "));
        assertEquals("abc", Conversion.typed(PADDED, "abc    "));
        assertEquals("", Conversion.typed(PADDED, "    "));
        assertEquals(" a\t", Conversion.typed(PADDED, " a\t"));
        assertBad("\"abcd\" has 4 characters, and at most 3 fit", PADDED, "abcd  ");
    }

    @Test
    void textForBytesIsItsUtf8() {
        assertArrayEquals(new byte[] {1, 2}, (byte[]) Conversion.typed(BYTES, new byte[] {1, 2}));
        assertArrayEquals("é\0".getBytes(StandardCharsets.UTF_8), (byte[]) Conversion.typed(BYTES, "é\0"));
        assertArrayEquals(INVALID.bytes(), (byte[]) Conversion.typed(BYTES, INVALID));
        assertArrayEquals(new byte[0], (byte[]) Conversion.typed(BYTES, ""));
        assertArrayEquals(new byte[9], (byte[]) Conversion.typed(new ColumnType.Bytes(0), new byte[9]));
    }

    @Test
    void numbersAndTooManyBytesAreNoBytes() {
        assertBad("12 is a number where bytes are expected", BYTES, 12L);
        assertBad("1.5 is a number where bytes are expected", BYTES, 1.5);
        assertBad("x'0000000000' has 5 bytes, and at most 4 fit", BYTES, new byte[5]);
        assertBad("\"ééé\" has 6 bytes, and at most 4 fit", BYTES, "ééé");
    }

    static final List<Object> TRUE = List.of(1L, 1.0, "1", "t", "true", "TRUE", "y", "Yes");

    @ParameterizedTest
    @FieldSource("TRUE")
    void whatMeansTrueIsTrue(Object stored) {
        assertEquals(true, Conversion.typed(TRUTH, stored));
    }

    static final List<Object> FALSE = List.of(0L, 0.0, -0.0, "0", "f", "false", "FALSE", "N", "no");

    @ParameterizedTest
    @FieldSource("FALSE")
    void whatMeansFalseIsFalse(Object stored) {
        assertEquals(false, Conversion.typed(TRUTH, stored));
    }

    static final List<Arguments> NEITHER = List.of(
            Arguments.of(2L, "2 is neither true nor false"),
            Arguments.of(-1L, "-1 is neither true nor false"),
            Arguments.of(0.5, "0.5 is neither true nor false"),
            Arguments.of("", "\"\" is neither true nor false"),
            Arguments.of("true ", "\"true \" is neither true nor false"),
            Arguments.of("on", "\"on\" is neither true nor false"),
            Arguments.of(new byte[] {1}, "x'01' is neither true nor false"),
            Arguments.of(INVALID, "x'61ff' is neither true nor false"));

    @ParameterizedTest
    @FieldSource("NEITHER")
    void anythingElseIsNoTruth(Object stored, String reason) {
        assertBad(reason, TRUTH, stored);
    }

    @Test
    void aUuidIsInLowerCase() {
        String uuid = "00112233-4455-6677-8899-aabbccddeeff";
        assertEquals(uuid, Conversion.typed(UUID, "00112233-4455-6677-8899-AAbbCCddEEff"));
        assertEquals(uuid, Conversion.typed(UUID, HexFormat.of().parseHex("00112233445566778899aabbccddeeff")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "00112233445566778899aabbccddeeff", "00112233-4455-6677-8899-aabbccddeefg",
        "{00112233-4455-6677-8899-aabbccddeeff}", "00112233-4455-6677-8899-aabbccddeeff "
    })
    void otherTextIsNoUuid(String text) {
        assertBad("\"" + text + "\" is not a UUID", UUID, text);
    }

    @Test
    void otherValuesAreNoUuid() {
        assertBad("x'0000' is not a UUID", UUID, new byte[2]);
        assertBad("7 is not a UUID", UUID, 7L);
        assertBad("x'61ff' is not a UUID", UUID, INVALID);
    }

    @Test
    void aReasonShowsSixtyCharactersAndNoControlCharacters() {
        assertEquals("\"" + "x".repeat(60) + "\" is bad", BadValue.of("x".repeat(60), "is bad").reason());
        assertEquals("\"" + "😀".repeat(60) + "...\" is bad", BadValue.of("😀".repeat(61), "is bad").reason());
        assertEquals("\"a\\u000a\\u001b[2J\\u202e\" is bad", BadValue.of("a\n\u001b[2J\u202e", "is bad").reason());
        assertEquals("x'" + "00".repeat(30) + "...' is bad", BadValue.of(new byte[31], "is bad").reason());
    }

    private static void assertBad(String reason, ColumnType type, Object stored) {
        assertEquals(new BadValue(reason), Conversion.typed(type, stored));
    }
}
