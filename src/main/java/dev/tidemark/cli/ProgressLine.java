package dev.tidemark.cli;

import java.time.Duration;
import java.util.Locale;

/** The line that says how far a piece of work is. */
final class ProgressLine {
    private static final int NAME = 20;
    private static final int BAR = 20;
    private static final long MILLIS_BEFORE_SPEED = 500;

    private ProgressLine() {}

    /**
     * The line, cut to {@code width}.
     *
     * @param total the number of rows in all, which may be an estimate; less than 1 where it is not known
     */
    static String of(String name, long rows, long total, Duration elapsed, int width) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME + "s", name));
        if (total > 0) {
            double share = Math.min(1, rows / (double) total);
            int done = (int) (share * BAR);
            line.append(" [").append("=".repeat(done)).append(" ".repeat(BAR - done)).append("] ")
                    .append(String.format(Locale.ROOT, "%3.0f %%", Math.floor(share * 100)));
        }
        if (rows > 0) {
            line.append("  ").append(TextTable.number(rows));
            // An estimate that turns out too small is not worth mentioning.
            line.append(total >= rows ? " of " + TextTable.number(total) : "").append(" rows");
            line.append(speed(rows, total, elapsed.toMillis()));
        } else if (elapsed.toSeconds() > 0) {
            line.append("  ").append(TextTable.lag(elapsed.toSeconds()));
        }
        return line.length() > width ? line.substring(0, width) : line.toString();
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
