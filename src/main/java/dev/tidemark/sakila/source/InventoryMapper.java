package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of inventory. */
public interface InventoryMapper extends RowMapper<Inventory> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "inventory_id", javaType = long.class)
    @Arg(column = "film_id", javaType = long.class)
    @Arg(column = "store_id", javaType = long.class)
    Cursor<Inventory> select(SelectStatementProvider select);
}
