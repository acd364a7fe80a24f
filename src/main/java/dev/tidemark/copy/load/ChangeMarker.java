package dev.tidemark.copy.load;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.Conversion;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The latest time of change in the rows of a table, in the notation of its column. A row may be committed later
 * than another and have an earlier time, so {@link #since} goes back a little.
 */
final class ChangeMarker {
    private static final ColumnType MOMENT = new ColumnType.Moment(6, false);
    private static final Pattern OFFSET = Pattern.compile("(?:[+-]\\d\\d(?::?\\d\\d)?|[Zz])$");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final long SECONDS_AND_NOT_MILLISECONDS = 100_000_000_000L;

    private final int position;
    private Object latest;
    private LocalDateTime latestTime;

    /** The marker of a table that has a time of change; it begins with that of the last run, which may be null. */
    ChangeMarker(CopyTable table, String before) {
        this.position = table.changedAt().orElseThrow();
        if (before != null) {
            take(stored(before));
        }
    }

    /** Takes the time of change of a row. A value that is no time counts for nothing. */
    void see(Object[] row) {
        take(row[position]);
    }

    private void take(Object value) {
        if (Conversion.typed(MOMENT, value) instanceof LocalDateTime time
                && (latestTime == null || time.isAfter(latestTime))) {
            latest = value;
            latestTime = time;
        }
    }

    /** The value, as text; null for none. */
    String text() {
        return latest == null ? null : latest.toString();
    }

    /** The value from which on rows may have changed; empty before any. */
    Optional<Object> since(Duration lookBack) {
        return Optional.ofNullable(latest).map(value -> switch (value) {
            case Long number -> number - (Math.abs(number) < SECONDS_AND_NOT_MILLISECONDS
                    ? lookBack.toSeconds()
                    : lookBack.toMillis());
            case Double julianDay -> julianDay - lookBack.toMillis() / 86_400_000.0;
            default -> earlier(value.toString(), lookBack);
        });
    }

    // A prefix of a text comes before it, so the day or the second suffices. Of the separators that a time may have, the
    // blank comes first. With an offset, a later time may be written as one of the day before.
    private String earlier(String text, Duration lookBack) {
        LocalDateTime time = latestTime.minus(lookBack);
        if (text.length() <= 10) {
            return time.toLocalDate().toString();
        }
        return OFFSET.matcher(text).find()
                ? time.toLocalDate().minusDays(1).toString()
                : SECOND.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Object stored(String text) {
        if (text.matches("-?\\d+")) {
            return Long.valueOf(text);
        }
        return text.matches("-?\\d+\\.\\d+(E-?\\d+)?") ? Double.valueOf(text) : text;
    }
}
