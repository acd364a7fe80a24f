package dev.tidemark.sakila.star;

import dev.tidemark.orm.RowMapper;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of bridge_film_category. */
public interface BridgeFilmCategoryMapper extends RowMapper<BridgeFilmCategory> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "film_key", javaType = Long.class)
    @Arg(column = "category_key", javaType = Long.class)
    @Arg(column = "film_id", javaType = long.class)
    @Arg(column = "category_id", javaType = long.class)
    Cursor<BridgeFilmCategory> select(SelectStatementProvider select);
}
