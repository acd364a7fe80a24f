package dev.tidemark.config;

import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts the text of a setting to its type; an invalid text is a usage failure. */
final class SettingChecks {
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}) ?%?");

    private SettingChecks() {}

    /** A file; a relative one in a configuration file stands beside that file, any other in the working directory. */
    static Path path(Given given) {
        try {
            if (given.text().isBlank()) {
                throw new InvalidPathException(given.text(), "it is empty");
            }
            if (given.text().startsWith("~/")) {
                return Path.of(System.getProperty("user.home"), given.text().substring(2));
            }
            Path path = Path.of(given.text());
            return given.file().map(file -> file.resolveSibling(path)).orElse(path);
        } catch (InvalidPathException wrong) {
            if (!LocaleCharacters.include(given.text())) {
                throw TidemarkException.usage(
                        "The locale lacks characters of the file name \"" + given.text() + "\" (" + given.place() + ")",
                        "a locale with UTF-8, such as LC_ALL=C.UTF-8");
            }
            throw TidemarkException.usage(
                    "Not a file name: \"" + given.text() + "\" (" + given.place() + ")", "name a file");
        }
    }

    /** A whole number within bounds; {@code example} is one. */
    static int number(Given given, int least, int most, String example) {
        String digits = given.text().strip();
        int number = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
        if (number < least || number > most) {
            throw TidemarkException.usage(
                    "Not a number from " + least + " to " + most + ": \"" + given.text() + "\" (" + given.place() + ")",
                    "write " + example);
        }
        return number;
    }

    /** The constant whose name is the text, in lower case. */
    static <E extends Enum<E>> E choice(Given given, Class<E> type) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E each : type.getEnumConstants()) {
            choices.put(each.name().toLowerCase(Locale.ROOT), each);
        }
        return Optional.ofNullable(choices.get(given.text().strip().toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> TidemarkException.usage(
                        "Not a value of this setting: \"" + given.text() + "\" (" + given.place() + ")",
                        String.join(" or ", choices.keySet())));
    }

    static String name(Given given) {
        if (given.text().isEmpty()) {
            throw TidemarkException.usage("The name is empty (" + given.place() + ")", "write it, or leave it out");
        }
        return given.text();
    }

    static boolean truth(Given given) {
        return switch (given.text().strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw TidemarkException.usage(
                    "Neither true nor false: \"" + given.text() + "\" (" + given.place() + ")", "write true or false");
        };
    }

    static Detect detect(Given given) {
        return switch (given.text().strip().toLowerCase(Locale.ROOT)) {
            case "content" -> Detect.CONTENT;
            case "timestamps" -> Detect.TIMESTAMPS;
            default -> throw TidemarkException.usage(
                    "Not a way to find changes: \"" + given.text() + "\" (" + given.place() + ")",
                    "content or timestamps");
        };
    }

    static int percent(Given given) {
        Matcher percent = PERCENT.matcher(given.text().strip());
        if (!percent.matches() || Integer.parseInt(percent.group(1)) > 100) {
            throw TidemarkException.usage(
                    "Not a percentage from 0% to 100%: \"" + given.text() + "\" (" + given.place() + ")", "write 50%");
        }
        return Integer.parseInt(percent.group(1));
    }

    static TlsMode tls(Given given) {
        return TlsMode.ofWord(given.text())
                .orElseThrow(() -> TidemarkException.usage(
                        "Not a TLS mode: \"" + given.text() + "\" (" + given.place() + ")",
                        "disabled, preferred, required, verify-ca or verify-identity"));
    }

    static LogFormat logFormat(Given given) {
        return switch (given.text().strip().toLowerCase(Locale.ROOT)) {
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw TidemarkException.usage(
                    "Not a log format: \"" + given.text() + "\" (" + given.place() + ")", "text or json");
        };
    }

    static Set<PosixFilePermission> mode(Given given) {
        return PosixFilePermissions.fromString(switch (given.text().strip()) {
            case "600" -> "rw-------";
            case "640" -> "rw-r-----";
            case "660" -> "rw-rw----";
            default -> throw TidemarkException.usage(
                    "Not a mode of the warehouse: \"" + given.text() + "\" (" + given.place() + ")",
                    "600, 640 or 660");
        });
    }

    /** The text of a file in UTF-8, without the byte order mark that some editors put before it. */
    static String text(Path file) throws IOException {
        return Files.readString(file).replaceFirst("^\uFEFF", "");
    }

    /** A duration from a second to a day. */
    static Duration timeout(Given given) {
        Duration timeout = duration(given);
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw TidemarkException.usage(
                    "Not a timeout from 1s to 1d: \"" + given.text() + "\" (" + given.place() + ")", "write 5m");
        }
        return timeout;
    }

    static Duration duration(Given given) {
        Duration duration = Durations.parse(given.text())
                .orElseThrow(() -> TidemarkException.usage(
                        "Not a duration: \"" + given.text() + "\" (" + given.place() + ")", Durations.HINT));
        if (duration.compareTo(LONGEST) > 0) {
            throw TidemarkException.usage(
                    "Longer than " + LONGEST.toDays() + "d: \"" + given.text() + "\" (" + given.place() + ")",
                    Durations.HINT);
        }
        return duration;
    }
}
