package dev.tidemark.sakila.generator;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** When things happen: the business runs from 2022 to the end of November 2025, and has changed systems on the way. */
final class Timeline {
    /** All that was older at the change of systems counts as last updated then. */
    static final LocalDateTime MIGRATION = LocalDateTime.of(2024, 2, 11, 4, 10, 27);

    private static final LocalDateTime START = LocalDateTime.of(2022, 1, 3, 9, 0);
    private static final long SECONDS = Duration.between(START, LocalDateTime.of(2025, 11, 30, 22, 0)).toSeconds();

    private Timeline() {}

    /** The moment of one of {@code count} events spread evenly over the years; later numbers are never earlier. */
    static LocalDateTime moment(int number, int count) {
        return START.plusSeconds(SECONDS * (number - 1) / count);
    }

    /** When the next nightly job at this time of day, or the migration, touched what happened at a moment. */
    static LocalDateTime touched(LocalDateTime moment, LocalTime job) {
        LocalDateTime night = moment.toLocalDate().plusDays(1).atTime(job);
        return night.isBefore(MIGRATION) ? MIGRATION : night;
    }
}
