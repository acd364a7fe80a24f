package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of rental. */
public interface RentalMapper extends RowMapper<Rental> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "rental_id", javaType = long.class)
    @Arg(column = "rental_date", javaType = LocalDateTime.class)
    @Arg(column = "inventory_id", javaType = long.class)
    @Arg(column = "customer_id", javaType = long.class)
    @Arg(column = "return_date", javaType = LocalDateTime.class)
    @Arg(column = "staff_id", javaType = long.class)
    Cursor<Rental> select(SelectStatementProvider select);
}
