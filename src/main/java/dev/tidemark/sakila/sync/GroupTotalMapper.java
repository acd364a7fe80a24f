package dev.tidemark.sakila.sync;

import java.math.BigDecimal;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads totals of either database. */
public interface GroupTotalMapper {
    /** A line a group. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "first_group", javaType = Long.class)
    @Arg(column = "second_group", javaType = Long.class)
    @Arg(column = "row_count", javaType = long.class)
    @Arg(column = "amount", javaType = BigDecimal.class)
    List<GroupTotal> totals(SelectStatementProvider select);
}
