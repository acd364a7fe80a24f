package dev.tidemark.copy.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformsTest {
    private static final ColumnType TEXT = new ColumnType.Text(0, 0, false);
    private static final ColumnType LONG = new ColumnType.Whole(Long.MIN_VALUE, Long.MAX_VALUE);

    @Test
    void transformsAreFoundByName() {
        assertEquals(List.of("trim", "lowercase", "uppercase", "empty-to-null", "phone"), Transforms.names());
        Transforms.names().forEach(name -> assertEquals(name, Transforms.named(name).orElseThrow().name()));
        assertEquals(Optional.empty(), Transforms.named("Trim"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0", "\u2007\u202F", "\u3000", "\u0085\u2028"})
    void trimRemovesWhiteSpaceOfAllKindsAtBothEnds(String space) {
        assertEquals("a" + space + "b", apply("trim", space + "a" + space + "b" + space));
        assertEquals("", apply("trim", space));
    }

    @Test
    void trimKeepsWhatIsNoWhiteSpace() {
        assertEquals("\0a\u200B", apply("trim", "\0a\u200B"));
    }

    @Test
    void caseIsThatOfNoCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertEquals("iß", apply("lowercase", "Iß"));
            assertEquals("ISS", apply("uppercase", "iß"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void onlyEmptyTextBecomesNull() {
        assertNull(apply("empty-to-null", ""));
        assertEquals(" ", apply("empty-to-null", " "));
    }

    static final List<Object> NOT_TEXT =
            List.of(1L, 1.5, new byte[] {'A'}, new InvalidText(new byte[] {(byte) 0xFF}));

    @ParameterizedTest
    @FieldSource("NOT_TEXT")
    void valuesThatAreNotTextArePassedOnExceptAsPhoneNumbers(Object stored) {
        for (String name : List.of("trim", "lowercase", "uppercase", "empty-to-null")) {
            assertSame(stored, apply(name, stored));
        }
        assertEquals(BadValue.of(stored, "is no phone number with a country code"), apply("phone", stored));
    }

    @ParameterizedTest
    @CsvSource({
        "+1 (650) 555-0100, +16505550100",
        "+55 (12) 3923.5555, +551239235555",
        "0049 711 2842222, +497112842222",
        "+420\u00A02\u20114172\u20135555, +420241725555",
        "+12345678, +12345678",
        "+123456789012345, +123456789012345"
    })
    void aPhoneNumberHasTheFormOfE164(String stored, String typed) {
        assertEquals(typed, apply("phone", stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "+", "650 555 0100", "0711 2842222", "+1234567", "+1234567890123456", "+0123456789", "+1 650 555 0100 x12",
        "1+6505550100", "++16505550100", "00+16505550100", "+44 (0)20 7946 0958", "+44 ( 0 )20 7946 0958",
        "+٤٤٢٠٧٩٤٦٠٩٥٨", "+1/650/5550100"
    })
    void whatIsNoPhoneNumberWithACountryCodeIsBad(String stored) {
        assertEquals(
                new BadValue("\"" + stored + "\" is no phone number with a country code"), apply("phone", stored));
    }

    @Test
    void transformsComeInOrderAndBeforeTheType() {
        assertEquals("abc", typed(TEXT, " ABC ", "trim", "lowercase"));
        assertEquals(12L, typed(LONG, " 12 ", "trim"));
        assertNull(typed(LONG, "  ", "trim", "empty-to-null", "phone"));
        assertNull(typed(TEXT, null, "trim", "phone"));
        assertEquals(new BadValue("\"x\" is not a number"), typed(LONG, " x", "trim"));
    }

    @Test
    void theFirstBadValueEndsAConversion() {
        BadValue noNumber = new BadValue("\"12\" is no phone number with a country code");
        assertEquals(noNumber, typed(TEXT, "12", "phone", "uppercase"));
        assertEquals(noNumber, typed(LONG, "12", "phone"));
    }

    private static Object typed(ColumnType type, Object stored, String... transforms) {
        List<Transform> list = Arrays.stream(transforms).map(name -> Transforms.named(name).orElseThrow()).toList();
        return Conversion.typed(list, type, stored);
    }

    private static Object apply(String name, Object stored) {
        return Transforms.named(name).orElseThrow().function().apply(stored);
    }
}
