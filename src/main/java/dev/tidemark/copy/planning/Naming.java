package dev.tidemark.copy.planning;

import dev.tidemark.config.CopySettings;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes names of the target from those of the source. */
public final class Naming {
    private static final Pattern OTHER_CHARACTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");
    /**
     * Between words: before a capital that follows a small letter or a digit, and before the last capital of several,
     * which begins a word; but the s of a plural such as IDs begins none.
     */
    private static final Pattern BETWEEN_WORDS = Pattern.compile(
            "(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}(?!s(?!\\p{Ll}))\\p{Ll})");

    private Naming() {}

    /** The name in the target of a table or column of this name in the source. */
    public static String of(CopySettings.Names names, String source) {
        return switch (names) {
            case SAME -> source;
            case SNAKE_CASE -> snakeCase(source);
        };
    }

    private static String snakeCase(String name) {
        String words = OTHER_CHARACTERS.matcher(name).replaceAll("_");
        return BETWEEN_WORDS.matcher(words).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
