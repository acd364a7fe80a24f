package dev.tidemark.copy.value;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Locale;

/** Typed values as text that databases read, and the typed values in texts that databases write. */
public final class TypedText {
    private static final String BYTES = "\\x";

    private TypedText() {}

    /**
     * The text of a typed value that is not null: decimals without an exponent, truth as {@code true} and
     * {@code false}, times as {@code 2024-02-29 23:59:59} with six digits of a fraction if there is one, bytes as
     * {@code \x} and hexadecimal digits. Infinite numbers are {@code Infinity} and {@code -Infinity}, which PostgreSQL
     * alone reads.
     */
    public static String of(Object typed) {
        return switch (typed) {
            case BigDecimal number -> number.toPlainString();
            case byte[] bytes -> BYTES + HexFormat.of().formatHex(bytes);
            case LocalDateTime moment -> moment.toLocalDate() + " " + text(moment.toLocalTime());
            case LocalTime time -> text(time);
            default -> typed.toString();
        };
    }

    private static String text(LocalTime time) {
        StringBuilder text = new StringBuilder(15).append(time.withNano(0));
        if (time.getSecond() == 0) {
            text.append(":00");
        }
        int micros = time.getNano() / 1_000;
        if (micros != 0) {
            text.append('.').append(Integer.toString(1_000_000 + micros), 1, 7);
        }
        return text.toString();
    }

    /**
     * The typed value in a text that PostgreSQL's {@code ::text} or MySQL's {@code CAST(... AS CHAR)} writes; null for
     * null. Bytes are hexadecimal digits, with or without {@code \x}. A 32-bit number is the one nearest to the text,
     * which must therefore have all its digits. A text that is no value of the type, such as {@code infinity} for a
     * date, is returned as it is, and so equals no typed value.
     */
    public static Object parse(ColumnType type, String text) {
        if (text == null) {
            return null;
        }
        try {
            Object typed = parsed(type, text);
            return typed == null ? text : typed;
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static Object parsed(ColumnType type, String text) {
        return switch (type) {
            case ColumnType.Whole _ -> Long.valueOf(text);
            case ColumnType.Decimal decimal ->
                NumberConversion.decimal(decimal, text) instanceof BigDecimal number ? number : null;
            case ColumnType.Floating floating -> floating(floating, text);
            case ColumnType.Truth _ -> truth(text);
            case ColumnType.Text given -> given.padded() ? TextConversion.withoutPadding(text) : text;
            case ColumnType.Bytes _ -> bytes(text);
            case ColumnType.Uuid _ -> text.toLowerCase(Locale.ROOT);
            case ColumnType.Day _ ->
                IsoText.parse(text).filter(read -> read.time() == null).map(IsoText::day).orElse(null);
            case ColumnType.Moment _ -> IsoText.parse(text).flatMap(IsoText::utc).orElse(null);
            case ColumnType.TimeOfDay _ ->
                IsoText.parse(text).filter(read -> read.day() == null).map(IsoText::time).orElse(null);
        };
    }

    private static Double floating(ColumnType.Floating type, String text) {
        return Values.unsignedZero(type.single() ? Float.parseFloat(text) : Double.parseDouble(text));
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "t", "true", "1" -> Boolean.TRUE;
            case "f", "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static byte[] bytes(String text) {
        int start = text.startsWith(BYTES) ? BYTES.length() : 0;
        return HexFormat.of().parseHex(text, start, text.length());
    }
}
