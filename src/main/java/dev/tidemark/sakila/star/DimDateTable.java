package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

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
     * @param monthName in English
     * @param dayName in English
     * @param isoYear the year that the ISO week belongs to
     * @param isoWeek 1 to 53
     */
    public record DimDate(
            long dateKey,
            String date,
            int year,
            int quarter,
            int month,
            int dayOfMonth,
            int dayOfWeek,
            boolean weekend,
            String monthName,
            String dayName,
            int isoYear,
            int isoWeek) {

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
                    date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0,
                    date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    date.get(IsoFields.WEEK_BASED_YEAR),
                    date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        /** The key of {@code date}: 20250131 for the last day of January 2025. */
        public static long keyOf(LocalDate date) {
            return date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
        }
    }

    public static final DimDateTable DIM_DATE = new DimDateTable();

    public final Column<Long> dateKey = key("date_key", DimDate::dateKey);
    public final Column<String> date = day("date", DimDate::date);
    public final Column<Integer> year = smallNumber("year", DimDate::year);
    public final Column<Integer> quarter = smallNumber("quarter", DimDate::quarter);
    public final Column<Integer> month = smallNumber("month", DimDate::month);
    public final Column<Integer> dayOfMonth = smallNumber("day_of_month", DimDate::dayOfMonth);
    public final Column<Integer> dayOfWeek = smallNumber("day_of_week", DimDate::dayOfWeek);
    public final Column<Boolean> isWeekend = truth("is_weekend", DimDate::weekend);
    public final Column<String> monthName = text("month_name", DimDate::monthName);
    public final Column<String> dayName = text("day_name", DimDate::dayName);
    public final Column<Integer> isoYear = smallNumber("iso_year", DimDate::isoYear);
    public final Column<Integer> isoWeek = smallNumber("iso_week", DimDate::isoWeek);

    private DimDateTable() {
        super("dim_date", row -> new DimDate(
                row.number(), row.text(), row.smallNumber(), row.smallNumber(), row.smallNumber(), row.smallNumber(),
                row.smallNumber(), row.truth(), row.text(), row.text(), row.smallNumber(), row.smallNumber()));
    }
}
