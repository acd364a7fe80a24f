package dev.tidemark.table;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/** Date and time as both databases write them, {@code YYYY-MM-DD HH:MM:SS} with an optional fraction. */
public final class UtcText {
    private static final int SECONDS_LENGTH = 19;

    private UtcText() {}

    /**
     * The time in {@code text}, without its fraction; null for null and for an invalid date, such as MySQL's
     * {@code 0000-00-00 00:00:00} and {@code 2024-02-00}.
     */
    public static LocalDateTime parse(byte[] text) {
        if (text == null || text.length < SECONDS_LENGTH) {
            return null;
        }
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        // An invalid date of MySQL has a zero here, or a day that its month lacks.
        if (month == 0 || day == 0) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    number(text, 0, 4), month, day, number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** The time as text, with its microseconds if it has any. */
    public static String format(LocalDateTime time) {
        String seconds = formatSeconds(time);
        int micros = time.getNano() / 1_000;
        return micros == 0 ? seconds : seconds + "." + Integer.toString(1_000_000 + micros).substring(1);
    }

    private static String formatSeconds(LocalDateTime time) {
        byte[] text = "0000-00-00 00:00:00".getBytes(StandardCharsets.ISO_8859_1);
        write(text, 0, 4, time.getYear());
        write(text, 5, 7, time.getMonthValue());
        write(text, 8, 10, time.getDayOfMonth());
        write(text, 11, 13, time.getHour());
        write(text, 14, 16, time.getMinute());
        write(text, 17, 19, time.getSecond());
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static int number(byte[] text, int from, int to) {
        int number = 0;
        for (int index = from; index < to; index++) {
            number = number * 10 + text[index] - '0';
        }
        return number;
    }

    private static void write(byte[] text, int from, int to, int number) {
        int rest = number;
        for (int index = to - 1; index >= from; index--) {
            text[index] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
