package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of country. */
public interface CountryMapper extends RowMapper<Country> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "country_id", javaType = long.class)
    @Arg(column = "country", javaType = String.class)
    Cursor<Country> select(SelectStatementProvider select);
}
