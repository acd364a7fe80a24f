package dev.tidemark.copy.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a text in a form of ISO 8601 that SQLite reads says: {@code YYYY-MM-DD}, {@code HH:MM[:SS[.f]]}, or both with a
 * space or a T between them and perhaps an offset: Z, or {@code +HH[:MM]}, before which a space may stand.
 *
 * @param day null if the text has none
 * @param time null if the text has none
 * @param offset null if the text has none
 */
record IsoText(LocalDate day, LocalTime time, ZoneOffset offset) {
    private static final int NANO_DIGITS = 9;

    /** What this text says; empty if it is no such text, or names a day or a time that there is not. */
    static Optional<IsoText> parse(String text) {
        try {
            return Optional.of(new Reader(text).whole());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The time in UTC, for which a text without an offset stands as it is; a day alone is its midnight. */
    Optional<LocalDateTime> utc() {
        return Optional.ofNullable(day)
                .map(given -> given.atTime(time == null ? LocalTime.MIDNIGHT : time))
                .map(local -> offset == null ? local : local.minusSeconds(offset.getTotalSeconds()));
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        IsoText whole() {
            if (text.indexOf(':') == 2) {
                return ended(new IsoText(null, time(), null));
            }
            LocalDate day = day();
            if (at == text.length()) {
                return new IsoText(day, null, null);
            }
            require(skip(' ') || skip('T'));
            LocalTime time = time();
            return ended(new IsoText(day, time, offset()));
        }

        private IsoText ended(IsoText result) {
            require(at == text.length());
            return result;
        }

        private LocalDate day() {
            int year = digits(4);
            require(skip('-'));
            int month = digits(2);
            require(skip('-'));
            return LocalDate.of(year, month, digits(2));
        }

        private LocalTime time() {
            int hour = digits(2);
            require(skip(':'));
            int minute = digits(2);
            if (!skip(':')) {
                return LocalTime.of(hour, minute);
            }
            return LocalTime.of(hour, minute, digits(2), skip('.') ? nanos() : 0);
        }

        // Digits beyond those of nanoseconds must be zeros.
        private int nanos() {
            int first = at;
            int nanos = 0;
            while (at < text.length() && isDigit(text.charAt(at))) {
                int digit = text.charAt(at) - '0';
                if (at - first < NANO_DIGITS) {
                    nanos = 10 * nanos + digit;
                } else {
                    require(digit == 0);
                }
                at++;
            }
            require(at > first);
            for (int missing = at - first; missing < NANO_DIGITS; missing++) {
                nanos *= 10;
            }
            return nanos;
        }

        private ZoneOffset offset() {
            if (at == text.length()) {
                return null;
            }
            skip(' ');
            if (skip('Z') || skip('z')) {
                return ZoneOffset.UTC;
            }
            int sign = skip('-') ? -1 : 1;
            require(sign < 0 || skip('+'));
            int hours = digits(2);
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * (skip(':') ? digits(2) : 0));
        }

        private int digits(int count) {
            int number = 0;
            for (int end = at + count; at < end; at++) {
                require(at < text.length() && isDigit(text.charAt(at)));
                number = 10 * number + text.charAt(at) - '0';
            }
            return number;
        }

        private boolean skip(char expected) {
            boolean found = at < text.length() && text.charAt(at) == expected;
            at += found ? 1 : 0;
            return found;
        }

        private void require(boolean met) {
            if (!met) {
                throw new DateTimeException(text);
            }
        }

        private static boolean isDigit(char character) {
            return character >= '0' && character <= '9';
        }
    }
}
