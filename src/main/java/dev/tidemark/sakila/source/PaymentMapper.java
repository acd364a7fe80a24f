package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of payment. */
public interface PaymentMapper extends RowMapper<Payment> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "payment_id", javaType = long.class)
    @Arg(column = "customer_id", javaType = long.class)
    @Arg(column = "staff_id", javaType = long.class)
    @Arg(column = "rental_id", javaType = Long.class)
    @Arg(column = "inventory_id", javaType = Long.class)
    @Arg(column = "amount", javaType = BigDecimal.class)
    @Arg(column = "payment_date", javaType = LocalDateTime.class)
    Cursor<Payment> select(SelectStatementProvider select);
}
