package dev.tidemark.config;

import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An option file as MySQL's programs read it: groups, {@code name=value}, comments, quotes and escapes. Takes the
 * options of the group {@code [client]} that Tidemark has a setting for, and ignores the others.
 */
final class OptionFile {
    private static final String GROUP = "[client]";
    private static final Map<Character, String> ESCAPES =
            Map.of('b', "\b", 't', "\t", 'n', "\n", 'r', "\r", 's', " ", '\\', "\\", '"', "\"", '\'', "'");

    private OptionFile() {}

    /** The settings that the file gives. */
    static Map<Setting, Given> read(Path file) {
        Map<String, String> options = options(lines(file));
        Map<Setting, Given> given = new EnumMap<>(Setting.class);
        put(given, Setting.SOURCE_USERNAME, "user", options, file);
        put(given, Setting.SOURCE_PASSWORD, "password", options, file);
        put(given, Setting.SOURCE_TLS, "ssl-mode", options, file);
        if (options.containsKey("host") || options.containsKey("port") || options.containsKey("database")) {
            String url = "jdbc:mysql://%s:%s/%s"
                    .formatted(
                            options.getOrDefault("host", "localhost"),
                            options.getOrDefault("port", "3306"),
                            options.getOrDefault("database", "sakila"));
            given.put(Setting.SOURCE_URL, Given.inOptionFile(url, "host, port and database", file));
        }
        return given;
    }

    private static void put(
            Map<Setting, Given> given, Setting setting, String option, Map<String, String> options, Path file) {
        if (options.containsKey(option)) {
            given.put(setting, Given.inOptionFile(options.get(option), option, file));
        }
    }

    private static List<String> lines(Path file) {
        try {
            return SettingChecks.text(file).lines().toList();
        } catch (IOException unreadable) {
            throw TidemarkException.usage(
                    "Cannot read the option file " + file,
                    "check that it exists, that you may read it, and that it is text in UTF-8");
        }
    }

    private static Map<String, String> options(List<String> lines) {
        Map<String, String> options = new HashMap<>();
        boolean inGroup = false;
        for (String raw : lines) {
            String line = raw.strip();
            if (line.startsWith("[")) {
                inGroup = line.replaceFirst("\\s*#.*", "").equals(GROUP);
            } else if (inGroup && !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";")) {
                String[] parts = line.split("=", 2);
                options.put(parts[0].strip().replace('_', '-'), parts.length < 2 ? "" : value(parts[1].strip()));
            }
        }
        return options;
    }

    // A comment may begin in the middle of a line, but not within quotes.
    private static String value(String text) {
        char quote = text.isEmpty() ? ' ' : text.charAt(0);
        int end = quote == '"' || quote == '\'' ? closing(text, quote) : -1;
        return end > 0 ? unescaped(text.substring(1, end)) : unescaped(text.replaceFirst("\\s*#.*", ""));
    }

    private static int closing(String text, char quote) {
        for (int index = 1; index < text.length(); index++) {
            if (text.charAt(index) == '\\') {
                index++;
            } else if (text.charAt(index) == quote) {
                return index;
            }
        }
        return -1;
    }

    private static String unescaped(String text) {
        StringBuilder value = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            String escaped = character == '\\' && index + 1 < text.length()
                    ? ESCAPES.get(text.charAt(index + 1))
                    : null;
            value.append(escaped == null ? String.valueOf(character) : escaped);
            index += escaped == null ? 0 : 1;
        }
        return value.toString();
    }
}
