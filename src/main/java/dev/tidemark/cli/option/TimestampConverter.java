package dev.tidemark.cli.option;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import picocli.CommandLine;

/** Reads a moment from the command line: a date, or a date and a time, UTC unless it says otherwise. */
public final class TimestampConverter implements CommandLine.ITypeConverter<LocalDateTime> {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd[['T'][' ']HH:mm[:ss]][XXX]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public LocalDateTime convert(String text) {
        try {
            return OffsetDateTime.parse(text.strip(), FORMAT)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime();
        } catch (DateTimeParseException wrong) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is no moment; write 2026-11-01 or 2026-11-01T12:00:00Z");
        }
    }
}
