package dev.tidemark.sakila.star;

import dev.tidemark.orm.RowMapper;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of dim_date. */
public interface DimDateMapper extends RowMapper<DimDate> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "date_key", javaType = long.class)
    @Arg(column = "date", javaType = String.class)
    @Arg(column = "year", javaType = int.class)
    @Arg(column = "quarter", javaType = int.class)
    @Arg(column = "month", javaType = int.class)
    @Arg(column = "day_of_month", javaType = int.class)
    @Arg(column = "day_of_week", javaType = int.class)
    @Arg(column = "is_weekend", javaType = boolean.class)
    Cursor<DimDate> select(SelectStatementProvider select);
}
