package dev.tidemark.sakila.star;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of fact_payment. */
public interface FactPaymentMapper extends RowMapper<FactPayment> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "payment_id", javaType = long.class)
    @Arg(column = "rental_id", javaType = Long.class)
    @Arg(column = "date_key_paid", javaType = Long.class)
    @Arg(column = "customer_key", javaType = Long.class)
    @Arg(column = "store_key", javaType = Long.class)
    @Arg(column = "staff_id", javaType = long.class)
    @Arg(column = "paid_at", javaType = LocalDateTime.class)
    @Arg(column = "amount_cents", javaType = long.class)
    Cursor<FactPayment> select(SelectStatementProvider select);
}
