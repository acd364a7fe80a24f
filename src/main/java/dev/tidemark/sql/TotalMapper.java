package dev.tidemark.sql;

import java.math.BigDecimal;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads totals by group on either side. */
public interface TotalMapper {
    /** One line for each combination of groups. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "first_group", javaType = Long.class)
    @Arg(column = "second_group", javaType = Long.class)
    @Arg(column = "row_count", javaType = long.class)
    @Arg(column = "amount", javaType = BigDecimal.class)
    List<Line> totals(SelectStatementProvider select);

    /**
     * A line of totals.
     *
     * @param first the group; null for none
     * @param second the group that counts if the first is null; null for none
     * @param rows the number of rows
     * @param amount the sum of amounts; null for none
     */
    record Line(Long first, Long second, long rows, BigDecimal amount) {
        /** The group that counts; null for none. */
        public Long group() {
            return first != null ? first : second;
        }

        /** The sum of amounts; 0 for none. */
        public BigDecimal amountOrZero() {
            return amount == null ? BigDecimal.ZERO : amount;
        }
    }
}
