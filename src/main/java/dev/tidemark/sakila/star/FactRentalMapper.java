package dev.tidemark.sakila.star;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of fact_rental. */
public interface FactRentalMapper extends RowMapper<FactRental> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "rental_id", javaType = long.class)
    @Arg(column = "date_key_rented", javaType = Long.class)
    @Arg(column = "date_key_returned", javaType = Long.class)
    @Arg(column = "film_key", javaType = Long.class)
    @Arg(column = "store_key", javaType = Long.class)
    @Arg(column = "customer_key", javaType = Long.class)
    @Arg(column = "staff_id", javaType = long.class)
    @Arg(column = "rental_duration_days", javaType = Long.class)
    @Arg(column = "rented_at", javaType = LocalDateTime.class)
    @Arg(column = "returned_at", javaType = LocalDateTime.class)
    Cursor<FactRental> select(SelectStatementProvider select);
}
