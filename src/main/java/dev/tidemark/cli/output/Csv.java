package dev.tidemark.cli.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of values parted by commas. */
final class Csv {
    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]|^$|^\\s|\\s$");

    private Csv() {}

    /** Writes a line; values that need it are quoted. */
    static void write(Writer out, String... values) {
        try {
            out.write(Arrays.stream(values).map(Csv::quoted).collect(Collectors.joining(",", "", "\n")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String quoted(String value) {
        return SPECIAL.matcher(value).find() ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }
}
