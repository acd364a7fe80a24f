package dev.tidemark.copy.value;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Converts stored values to text, bytes, and what is written as words. */
final class TextConversion {
    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int UUID_LENGTH = 16;

    private TextConversion() {}

    /** A String; of numbers, SQLite's own text. Padded text loses the spaces at its end, which say nothing there. */
    static Object text(ColumnType.Text type, Object stored) {
        return switch (stored) {
            case String text -> checked(type, text);
            case Long number -> checked(type, number.toString());
            case Double number -> checked(type, NumberText.of(number));
            case InvalidText invalid -> BadValue.of(invalid, "is text that is not valid UTF-8");
            default -> BadValue.of(stored, "is bytes where text is expected");
        };
    }

    private static Object checked(ColumnType.Text type, String stored) {
        String text = type.padded() ? withoutPadding(stored) : stored;
        if (text.indexOf('\0') >= 0) {
            return BadValue.of(text, "has a NUL character (U+0000)");
        }
        if (hasLoneSurrogate(text)) {
            return BadValue.of(text, "has half of a surrogate pair");
        }
        if (type.mostCharacters() > 0 && text.length() > type.mostCharacters()) {
            int characters = text.codePointCount(0, text.length());
            if (characters > type.mostCharacters()) {
                return BadValue.of(text, tooLong(characters, "characters", type.mostCharacters()));
            }
        }
        if (type.mostBytes() > 0 && (long) text.length() * MOST_BYTES_OF_A_CHAR > type.mostBytes()) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > type.mostBytes()) {
                return BadValue.of(text, tooLong(bytes, "bytes", type.mostBytes()));
            }
        }
        return text;
    }

    /** The text without the spaces at its end. */
    static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (Character.charCount(text.codePointAt(at)) == 1) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    private static String tooLong(int length, String unit, long most) {
        return "has %d %s, and at most %d fit".formatted(length, unit, most);
    }

    /** A byte[]; of text, the bytes of its UTF-8, as SQLite's CAST to BLOB gives them. */
    static Object bytes(ColumnType.Bytes type, Object stored) {
        return switch (stored) {
            case byte[] bytes -> limited(type, bytes, stored);
            case String text -> limited(type, text.getBytes(StandardCharsets.UTF_8), stored);
            case InvalidText invalid -> limited(type, invalid.bytes(), stored);
            default -> BadValue.of(stored, "is a number where bytes are expected");
        };
    }

    private static Object limited(ColumnType.Bytes type, byte[] bytes, Object stored) {
        return type.most() > 0 && bytes.length > type.most()
                ? BadValue.of(stored, tooLong(bytes.length, "bytes", type.most()))
                : bytes;
    }

    /** A Boolean; of 0 and 1, and of true, false, t, f, yes, no, y and n in any case. */
    static Object truth(Object stored) {
        return switch (stored) {
            case Long number when number == 1 -> true;
            case Long number when number == 0 -> false;
            case Double number when number == 1 -> true;
            case Double number when number == 0 -> false;
            case String text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "1", "true", "t", "yes", "y" -> true;
                case "0", "false", "f", "no", "n" -> false;
                default -> BadValue.of(stored, "is neither true nor false");
            };
            default -> BadValue.of(stored, "is neither true nor false");
        };
    }

    /** A String in lower case; of text of 36 characters in any case, and of 16 bytes. */
    static Object uuid(Object stored) {
        return switch (stored) {
            case String text when UUID.matcher(text.toLowerCase(Locale.ROOT)).matches() ->
                text.toLowerCase(Locale.ROOT);
            case byte[] bytes when bytes.length == UUID_LENGTH ->
                HexFormat.of()
                        .formatHex(bytes)
                        .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
            default -> BadValue.of(stored, "is not a UUID");
        };
    }
}
