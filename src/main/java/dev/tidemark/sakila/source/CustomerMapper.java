package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of customer. */
public interface CustomerMapper extends RowMapper<Customer> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "customer_id", javaType = long.class)
    @Arg(column = "first_name", javaType = String.class)
    @Arg(column = "last_name", javaType = String.class)
    @Arg(column = "address_id", javaType = long.class)
    @Arg(column = "active", javaType = boolean.class)
    @Arg(column = "last_update", javaType = LocalDateTime.class)
    Cursor<Customer> select(SelectStatementProvider select);
}
