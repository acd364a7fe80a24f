package dev.tidemark.cli.option;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import picocli.CommandLine;

/** Reads a date from the command line, of the years that MySQL has: 0 to 9999. */
public final class DateConverter implements CommandLine.ITypeConverter<LocalDate> {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public LocalDate convert(String text) {
        try {
            return LocalDate.parse(text, FORMAT);
        } catch (DateTimeParseException wrong) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no date, YYYY-MM-DD");
        }
    }
}
