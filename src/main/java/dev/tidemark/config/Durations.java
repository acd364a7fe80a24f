package dev.tidemark.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 60s}, {@code 5m}, {@code 2h}, {@code 1d}, or seconds. */
public final class Durations {
    /** The hint for a text that is not a duration. */
    public static final String HINT = "write 60s, 5m or 2h";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|)");

    private Durations() {}

    /** The duration in {@code text}; empty if it is not a duration. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s", "" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        });
    }
}
