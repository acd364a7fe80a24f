package dev.tidemark.sql;

import dev.tidemark.table.KeyPair;
import java.math.BigDecimal;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.DeleteProvider;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.delete.render.DeleteStatementProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads numbers, such as keys and counts, of any table; deletes rows of any table. */
public interface ScalarMapper {
    /** The single number of the single row. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    long number(SelectStatementProvider select);

    /** The numbers of the single column, at most a few thousand. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    List<Long> numbers(SelectStatementProvider select);

    /** The numbers of the single column, which may be larger than a long can be or null. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    List<BigDecimal> decimals(SelectStatementProvider select);

    /** The numbers of the single column, streamed; the caller closes the cursor. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    Cursor<Long> keys(SelectStatementProvider select);

    /** One pair of numbers for each row, streamed; the caller closes the cursor. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "from_key", javaType = long.class)
    @Arg(column = "to_key", javaType = long.class)
    Cursor<KeyPair> pairs(SelectStatementProvider select);

    /** Deletes rows; returns their number, or a marker when the session writes in batches. */
    @DeleteProvider(type = SqlProviderAdapter.class, method = "delete")
    int delete(DeleteStatementProvider delete);
}
