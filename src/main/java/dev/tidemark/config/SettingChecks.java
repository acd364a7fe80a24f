package dev.tidemark.config;

import dev.tidemark.failure.TidemarkException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** Checks the text of a setting and turns it into its type; a wrong one is a usage failure. */
final class SettingChecks {
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private SettingChecks() {}

    static Path path(Given given) {
        try {
            if (given.text().isBlank()) {
                throw new InvalidPathException(given.text(), "it is empty");
            }
            return Path.of(given.text());
        } catch (InvalidPathException wrong) {
            throw TidemarkException.usage(
                    "Not a file name: \"" + given.text() + "\" (" + given.place() + ")", "name a file");
        }
    }

    static int count(Given given) {
        if (!given.text().strip().matches("\\d{1,6}")) {
            throw TidemarkException.usage(
                    "Not a number from 0 on: \"" + given.text() + "\" (" + given.place() + ")", "write 3");
        }
        return Integer.parseInt(given.text().strip());
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
