package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of category. */
public interface CategoryMapper extends RowMapper<Category> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "category_id", javaType = long.class)
    @Arg(column = "name", javaType = String.class)
    @Arg(column = "last_update", javaType = LocalDateTime.class)
    Cursor<Category> select(SelectStatementProvider select);
}
