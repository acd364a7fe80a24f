package dev.tidemark.cli;

import dev.tidemark.config.Durations;
import java.time.Duration;
import picocli.CommandLine;

/** Reads a duration from the command line. */
final class DurationConverter implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new CommandLine.TypeConversionException(
                        "'" + text + "' is no duration; " + Durations.HINT));
    }
}
