package dev.tidemark.database;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * An open transaction of the source.
 *
 * @param id its number, if it has one: the server numbers a transaction when it first writes or locks a row; until then
 *     this is 0 or, on MySQL, beyond all numbers
 * @param own whether it runs the statement that looks for it; SQL's NULL, where it runs none, is taken for false
 * @param started when it first touched a table, to the second, in the zone of the server's process
 * @param rowsModified the number of rows that it has written
 */
public record SourceTransaction(long id, Boolean own, LocalDateTime started, long rowsModified) {
    private static final long BEYOND_ALL_NUMBERS = 1L << 48;
    private static final Duration CLOCK_CHANGE = Duration.ofHours(1);
    private static final int LAST_HOUR_OF_CLOCK_CHANGES = 5;

    public SourceTransaction {
        own = Boolean.TRUE.equals(own);
    }

    /** Whether it has written rows that may yet be committed. */
    boolean isWriter() {
        return rowsModified > 0;
    }

    /** Whether it may have written, or is about to: whatever has no number yet will leave a trace when it does. */
    boolean mayWrite() {
        return id > 0 && id < BEYOND_ALL_NUMBERS;
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
