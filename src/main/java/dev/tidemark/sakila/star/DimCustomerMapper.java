package dev.tidemark.sakila.star;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of dim_customer. */
public interface DimCustomerMapper extends RowMapper<DimCustomer> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "customer_id", javaType = long.class)
    @Arg(column = "first_name", javaType = String.class)
    @Arg(column = "last_name", javaType = String.class)
    @Arg(column = "active", javaType = boolean.class)
    @Arg(column = "city", javaType = String.class)
    @Arg(column = "country", javaType = String.class)
    @Arg(column = "last_update", javaType = LocalDateTime.class)
    Cursor<DimCustomer> select(SelectStatementProvider select);
}
