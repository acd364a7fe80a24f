package dev.tidemark.sakila.report;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The warehouse's view rentals_by_weekday_hour. */
final class RentalsByWeekdayHourView extends TargetTable<RentalsByWeekdayHourView.WeekdayHour> {
    /**
     * The rentals that began at an hour of a day of the week.
     *
     * @param dayOfWeek Monday 1 to Sunday 7
     * @param hour 0 to 23
     */
    record WeekdayHour(long dayOfWeek, long hour, long rentals) {}

    static final RentalsByWeekdayHourView RENTALS_BY_WEEKDAY_HOUR = new RentalsByWeekdayHourView();

    final Column<Long> dayOfWeek = key("day_of_week", WeekdayHour::dayOfWeek);
    final Column<Long> hour = key("hour", WeekdayHour::hour);
    final Column<Long> rentals = number("rentals", WeekdayHour::rentals);

    private RentalsByWeekdayHourView() {
        super("rentals_by_weekday_hour", row -> new WeekdayHour(row.number(), row.number(), row.number()));
    }
}
