package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table dim_date. */
public final class DimDateTable extends TargetTable<DimDate> {
    public static final DimDateTable DIM_DATE = new DimDateTable();

    public final SqlColumn<Long> dateKey = key("date_key", DimDate::dateKey);
    public final SqlColumn<String> date = text("date", DimDate::date);
    public final SqlColumn<Integer> year = smallNumber("year", DimDate::year);
    public final SqlColumn<Integer> quarter = smallNumber("quarter", DimDate::quarter);
    public final SqlColumn<Integer> month = smallNumber("month", DimDate::month);
    public final SqlColumn<Integer> dayOfMonth = smallNumber("day_of_month", DimDate::dayOfMonth);
    public final SqlColumn<Integer> dayOfWeek = smallNumber("day_of_week", DimDate::dayOfWeek);
    public final SqlColumn<Boolean> isWeekend = truth("is_weekend", DimDate::weekend);

    private DimDateTable() {
        super("dim_date", DimDate.class);
    }
}
