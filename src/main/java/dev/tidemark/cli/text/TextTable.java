package dev.tidemark.cli.text;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.tidemark.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables of aligned columns, and values formatted for people. */
public final class TextTable {
    // Columns parted by spaces, and a line under the headings.
    private static final Character[] BORDERS = {
        null, null, null, null, null, null, ' ', null, null, '-', ' ', null, null, null, ' ', null, null, null, null,
        null, null, null, null, null, null, null, null, null, null
    };

    private TextTable() {}

    /** A table; its first column and columns with a tilde after the heading hold text, the others numbers. */
    public static String of(List<String> headings, List<List<String>> rows) {
        Column[] columns = IntStream.range(0, headings.size())
                .mapToObj(index -> column(headings.get(index), index == 0))
                .toArray(Column[]::new);
        String[][] data = rows.stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new);
        // The library begins each line with a space instead of a border.
        return AsciiTable.getTable(BORDERS, columns, data)
                .lines()
                .map(line -> line.substring(Math.min(1, line.length())).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /** A number with thousands separators. */
    public static String number(long number) {
        return Words.number(number);
    }

    /** A duration to two or three digits. */
    public static String duration(long milliseconds) {
        if (milliseconds < 1_000) {
            return milliseconds + " ms";
        }
        if (milliseconds < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", milliseconds / 1_000.0);
        }
        return lag(milliseconds / 1_000);
    }

    /** A duration in seconds as text, in two units. */
    public static String lag(long seconds) {
        return Words.duration(seconds);
    }

    /** A time to the second, UTC. */
    public static String time(Instant time) {
        return Words.time(time);
    }

    /** An amount of cents as units and cents. */
    public static String amount(long cents) {
        return Words.amount(cents);
    }

    private static Column column(String heading, boolean first) {
        boolean text = first || heading.endsWith("~");
        HorizontalAlign align = text ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT;
        return new Column().header(heading.replaceFirst("~$", "")).headerAlign(align).dataAlign(align).maxWidth(100);
    }
}
