package dev.tidemark.cli.terminal;

import dev.tidemark.cli.text.TextTable;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The line that shows the progress of a piece of work. */
final class ProgressLine {
    private static final int NAME = 20;
    private static final int LONGEST_BAR = 20;
    private static final int SHORTEST_BAR = 5;
    /** Reserved, so that the bar does not appear and disappear as the numbers grow. */
    private static final int ROOM_FOR_NUMBERS = 56;
    private static final long MILLIS_BEFORE_SPEED = 500;

    private static final Duration WORTH_TELLING = Duration.ofSeconds(10);

    private ProgressLine() {}

    /**
     * The line while no row comes, no longer than {@code width}; empty as long as the silence is short.
     *
     * @param silence for how long no row has come
     * @param patience for how long at most Tidemark waits
     */
    static Optional<String> ofSilence(String name, Duration silence, Duration patience, int width) {
        if (silence.compareTo(WORTH_TELLING) < 0) {
            return Optional.empty();
        }
        String line = String.format(
                Locale.ROOT,
                "%-" + NAME + "s  no row for %s, gives up after %s",
                name,
                TextTable.lag(silence.toSeconds()),
                TextTable.lag(patience.toSeconds()));
        return Optional.of(cut(line, width));
    }

    /**
     * The line, no longer than {@code width}; the bar makes room for the numbers.
     *
     * @param total the number of all rows, which may be an estimate; less than 1 if unknown
     */
    static String of(String name, long rows, long total, Duration elapsed, int width) {
        String label = String.format(Locale.ROOT, "%-" + NAME + "s", name);
        String numbers = numbers(rows, total, elapsed);
        int reserved = label.length() + Math.max(numbers.length(), ROOM_FOR_NUMBERS);
        int room = Math.min(LONGEST_BAR, width - reserved - " []".length());
        String line = label + (total > 0 && room >= SHORTEST_BAR ? bar(share(rows, total), room) : "") + numbers;
        return cut(line, width);
    }

    private static String cut(String line, int width) {
        return line.length() > width ? line.substring(0, width) : line;
    }

    private static String bar(double share, int length) {
        int done = (int) (share * length);
        return " [" + "=".repeat(done) + " ".repeat(length - done) + "]";
    }

    private static String numbers(long rows, long total, Duration elapsed) {
        String share = total > 0 ? String.format(Locale.ROOT, " %3.0f %%", Math.floor(share(rows, total) * 100)) : "";
        if (rows == 0) {
            return share + (elapsed.toSeconds() > 0 ? "  " + TextTable.lag(elapsed.toSeconds()) : "");
        }
        // Leaves out an estimate that was too small.
        String of = total >= rows ? " of " + TextTable.number(total) : "";
        return share + "  " + TextTable.number(rows) + of + " rows" + speed(rows, total, elapsed.toMillis());
    }

    private static double share(long rows, long total) {
        return Math.min(1, rows / (double) total);
    }

    private static String speed(long rows, long total, long millis) {
        if (millis < MILLIS_BEFORE_SPEED) {
            return "";
        }
        double perSecond = rows * 1_000.0 / millis;
        String speed = "  " + TextTable.number(Math.round(perSecond)) + " rows/s";
        return total > rows ? speed + "  " + TextTable.lag((long) ((total - rows) / perSecond)) + " left" : speed;
    }
}
