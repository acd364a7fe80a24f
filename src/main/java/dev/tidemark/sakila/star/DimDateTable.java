package dev.tidemark.sakila.star;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table dim_date. */
public final class DimDateTable extends SqlTable {
    public static final DimDateTable DIM_DATE = new DimDateTable();

    /** How its rows are written and read. */
    public static final TargetTable<DimDate> ROWS = new TargetTable<>(
            DIM_DATE,
            KeyColumns.of(DIM_DATE.dateKey),
            Optional.empty(),
            List.of(
                    new TargetColumn<>(DIM_DATE.dateKey, "dateKey", DimDate::dateKey),
                    new TargetColumn<>(DIM_DATE.date, "date", DimDate::date),
                    new TargetColumn<>(DIM_DATE.year, "year", DimDate::year),
                    new TargetColumn<>(DIM_DATE.quarter, "quarter", DimDate::quarter),
                    new TargetColumn<>(DIM_DATE.month, "month", DimDate::month),
                    new TargetColumn<>(DIM_DATE.dayOfMonth, "dayOfMonth", DimDate::dayOfMonth),
                    new TargetColumn<>(DIM_DATE.dayOfWeek, "dayOfWeek", DimDate::dayOfWeek),
                    new TargetColumn<>(DIM_DATE.isWeekend, "weekend", DimDate::weekend)),
            DimDateMapper.class,
            row -> Key.of(row.dateKey()));

    public final SqlColumn<Long> dateKey = column("date_key", JDBCType.BIGINT);
    public final SqlColumn<String> date = column("date", JDBCType.VARCHAR);
    public final SqlColumn<Integer> year = column("year", JDBCType.INTEGER);
    public final SqlColumn<Integer> quarter = column("quarter", JDBCType.INTEGER);
    public final SqlColumn<Integer> month = column("month", JDBCType.INTEGER);
    public final SqlColumn<Integer> dayOfMonth = column("day_of_month", JDBCType.INTEGER);
    public final SqlColumn<Integer> dayOfWeek = column("day_of_week", JDBCType.INTEGER);
    public final SqlColumn<Boolean> isWeekend = column("is_weekend", JDBCType.BOOLEAN);

    private DimDateTable() {
        super("dim_date");
    }
}
