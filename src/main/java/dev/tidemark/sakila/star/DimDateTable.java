package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** The warehouse's table dim_date. */
public final class DimDateTable extends TargetTable<DimDateTable.DimDate> {
    /**
     * A day of the calendar.
     *
     * @param dateKey YYYYMMDD
     * @param date YYYY-MM-DD
     * @param quarter 1 to 4
     * @param dayOfWeek ISO: Monday 1 to Sunday 7
     * @param weekend whether it is Saturday or Sunday
     */
    public record DimDate(
            long dateKey,
            String date,
            int year,
            int quarter,
            int month,
            int dayOfMonth,
            int dayOfWeek,
            boolean weekend) {

        /** The row of {@code date}, whose year has four digits. */
        public static DimDate of(LocalDate date) {
            return new DimDate(
                    keyOf(date),
                    date.toString(),
                    date.getYear(),
                    (date.getMonthValue() + 2) / 3,
                    date.getMonthValue(),
                    date.getDayOfMonth(),
                    date.getDayOfWeek().getValue(),
                    date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0);
        }

        /** The key of {@code date}: 20250131 for the last day of January 2025. */
        public static long keyOf(LocalDate date) {
            return date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
        }
    }

    public static final DimDateTable DIM_DATE = new DimDateTable();

    public final Column<Long> dateKey = key("date_key", DimDate::dateKey);
    public final Column<String> date = text("date", DimDate::date);
    public final Column<Integer> year = smallNumber("year", DimDate::year);
    public final Column<Integer> quarter = smallNumber("quarter", DimDate::quarter);
    public final Column<Integer> month = smallNumber("month", DimDate::month);
    public final Column<Integer> dayOfMonth = smallNumber("day_of_month", DimDate::dayOfMonth);
    public final Column<Integer> dayOfWeek = smallNumber("day_of_week", DimDate::dayOfWeek);
    public final Column<Boolean> isWeekend = truth("is_weekend", DimDate::weekend);

    private DimDateTable() {
        super("dim_date", DimDate.class);
    }
}
