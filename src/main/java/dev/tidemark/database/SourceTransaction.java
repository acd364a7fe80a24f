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

    /** Whether it has written rows that may yet be committed. */
    boolean isWriter() {
        return rowsModified > 0;
    }

    /** How long before {@code other} it started. Clocks that were set back in between gain the hour again. */
    Duration ageAtStartOf(SourceTransaction other) {
        Duration age = Duration.between(started, other.started);
        return age.isNegative() ? age.plus(CLOCK_CHANGE) : age;
    }
}
