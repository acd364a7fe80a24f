package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of staff. */
public interface StaffMapper extends RowMapper<Staff> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "staff_id", javaType = long.class)
    @Arg(column = "store_id", javaType = long.class)
    Cursor<Staff> select(SelectStatementProvider select);
}
