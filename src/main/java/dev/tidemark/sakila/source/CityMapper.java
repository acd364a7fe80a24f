package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of city. */
public interface CityMapper extends RowMapper<City> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "city_id", javaType = long.class)
    @Arg(column = "city", javaType = String.class)
    @Arg(column = "country_id", javaType = long.class)
    Cursor<City> select(SelectStatementProvider select);
}
