package dev.tidemark.copy.planning;

import java.util.stream.Collectors;

/** Writes texts for a configuration file. */
final class YamlText {
    private YamlText() {}

    /** A name of a section: as it is, or in quotes where it holds anything but letters, digits, and _ . -. */
    static String name(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? name : quoted(name);
    }

    /** A value, which does not take part in the replacement of variables. */
    static String value(String value) {
        return name(value.replace("${", "$${"));
    }

    /** A text in one line, for a comment. */
    static String comment(String text) {
        return escaped(text, "");
    }

    private static String quoted(String text) {
        return "\"" + escaped(text, "\"\\") + "\"";
    }

    private static String escaped(String text, String special) {
        return text.codePoints().mapToObj(point -> escaped(point, special)).collect(Collectors.joining());
    }

    private static String escaped(int point, String special) {
        String character = Character.toString(point);
        if (special.contains(character)) {
            return "\\" + character;
        }
        boolean readable = point >= ' ' && point <= '~' || Character.isLetterOrDigit(point);
        return readable ? character : (point > 0xFFFF ? "\\U%08X" : "\\u%04X").formatted(point);
    }
}
