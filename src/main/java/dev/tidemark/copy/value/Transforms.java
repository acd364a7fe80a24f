package dev.tidemark.copy.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The transforms that a configuration can ask for. They change text; all but {@code phone} pass on other values. */
public final class Transforms {
    private static final Map<String, Transform> BY_NAME = Stream.of(
                    ofText("trim", Transforms::trimmed),
                    ofText("lowercase", text -> text.toLowerCase(Locale.ROOT)),
                    ofText("uppercase", text -> text.toUpperCase(Locale.ROOT)),
                    ofText("empty-to-null", text -> text.isEmpty() ? null : text),
                    new Transform("phone", PhoneNumber::of))
            .collect(Collectors.toMap(
                    Transform::name, transform -> transform, (first, _) -> first, LinkedHashMap::new));

    private Transforms() {}

    /** The transform of this name. */
    public static Optional<Transform> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names of all transforms. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    private static Transform ofText(String name, UnaryOperator<String> function) {
        return new Transform(name, stored -> stored instanceof String text ? function.apply(text) : stored);
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    // Unicode's property White_Space, which Character.isWhitespace is not: no-break spaces are missing there.
    private static boolean isWhiteSpace(char character) {
        return Character.isSpaceChar(character) || character >= '\t' && character <= '\r' || character == '\u0085';
    }
}
