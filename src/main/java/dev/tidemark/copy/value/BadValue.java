package dev.tidemark.copy.value;

import java.util.HexFormat;

/**
 * Stands for a value that cannot be carried over without changing it.
 *
 * @param reason why, such as {@code "12,5" is not a number}; it names no column
 */
public record BadValue(String reason) {
    private static final int SHOWN = 60;

    /**
     * Says what is wrong with a stored value.
     *
     * @param predicate follows the value, such as {@code is not a number}
     */
    static BadValue of(Object stored, String predicate) {
        return new BadValue(shown(stored) + " " + predicate);
    }

    private static String shown(Object stored) {
        return switch (stored) {
            case String text -> '"' + cut(text) + '"';
            case byte[] bytes -> shown(bytes);
            case InvalidText invalid -> shown(invalid.bytes());
            case Double number -> NumberText.of(number);
            default -> stored.toString();
        };
    }

    private static String shown(byte[] bytes) {
        int length = Math.min(bytes.length, SHOWN / 2);
        return "x'" + HexFormat.of().formatHex(bytes, 0, length) + (length < bytes.length ? "..." : "") + "'";
    }

    private static String cut(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(character -> append(shown, character));
        return text.codePoints().skip(SHOWN).findAny().isPresent() ? shown + "..." : shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> shown.append("\\u%04x".formatted(character));
            default -> shown.appendCodePoint(character);
        }
    }
}
