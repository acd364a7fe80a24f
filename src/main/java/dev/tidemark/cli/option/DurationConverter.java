package dev.tidemark.cli.option;

import dev.tidemark.config.Durations;
import java.time.Duration;
import picocli.CommandLine;

/** Reads a duration from the command line. */
public final class DurationConverter implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new CommandLine.TypeConversionException(
                        "'" + text + "' is no duration; " + Durations.HINT));
    }
}
