package dev.tidemark.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values as people read them. */
public final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private Words() {}

    /** A number with thousands separators. */
    public static String number(long number) {
        // Formatting is slow, and a page has thousands of small numbers.
        return number > -1_000 && number < 1_000 ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with its sign. */
    public static String difference(long number) {
        return number == 0 ? "0" : String.format(Locale.ROOT, "%+,d", number);
    }

    /** A share in percent; a share that rounds to nothing is not shown as nothing. */
    public static String percent(double share) {
        if (share == 0) {
            return "0 %";
        }
        double percent = share * 100;
        return Math.abs(percent) < 0.05 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /** An amount of cents, in units. */
    public static String amount(long cents) {
        String sign = cents < 0 ? "-" : "";
        return String.format(Locale.ROOT, "%s%,d.%02d", sign, Math.abs(cents) / 100, Math.abs(cents) % 100);
    }

    /** A time to the second, UTC. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** A time to the minute, UTC. */
    public static String minute(Instant time) {
        return TIME.format(time).substring(0, 16);
    }

    /** A duration in seconds, in two units. */
    public static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return units(seconds / 60, "min", seconds % 60, "s");
        }
        return seconds < 86_400
                ? units(seconds / 3_600, "h", seconds / 60 % 60, "min")
                : units(seconds / 86_400, "d", seconds / 3_600 % 24, "h");
    }

    /** A size, such as {@code 1.2 MB}. */
    public static String size(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB"};
        double size = bytes;
        int unit = 0;
        while (size >= 1_000 && unit < units.length - 1) {
            size /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, units[unit]);
    }

    /** A number to two decimals, as programs read it. */
    public static String plain(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** A text in one line: control characters, which could drive a terminal, are written as their codes. */
    public static String visible(String text) {
        return CONTROL.matcher(text)
                .replaceAll(found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }

    private static String units(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
