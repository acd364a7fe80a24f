package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The warehouse's table dim_date. */
public final class DimDateTable extends TargetTable<DimDate> {
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
