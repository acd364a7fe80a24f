package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of store. */
public interface StoreMapper extends RowMapper<Store> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "store_id", javaType = long.class)
    @Arg(column = "address_id", javaType = long.class)
    @Arg(column = "last_update", javaType = LocalDateTime.class)
    Cursor<Store> select(SelectStatementProvider select);
}
