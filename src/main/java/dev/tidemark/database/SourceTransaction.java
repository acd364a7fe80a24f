package dev.tidemark.database;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * An open transaction of the source.
 *
 * @param connection the number of its connection
 * @param started when it first touched a table, to the second, in the zone of the server's process
 * @param rowsModified the number of rows that it has written
 */
public record SourceTransaction(long connection, LocalDateTime started, long rowsModified) {
    private static final Duration CLOCK_CHANGE = Duration.ofHours(1);
    private static final int LAST_HOUR_OF_CLOCK_CHANGES = 5;

    /** Whether it has written rows that may yet be committed. */
    boolean isWriter() {
        return rowsModified > 0;
    }

    /**
     * How long before {@code other} it started, at the most: in the small hours clocks may have been set back in
     * between, which their times do not tell.
     */
    Duration ageAtStartOf(SourceTransaction other, boolean clocksChange) {
        Duration age = Duration.between(started, other.started);
        boolean maySeemYounger = clocksChange && other.started.getHour() < LAST_HOUR_OF_CLOCK_CHANGES;
        return maySeemYounger ? age.plus(CLOCK_CHANGE) : age;
    }
}
