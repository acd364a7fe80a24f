package dev.tidemark.orm;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.DeleteProvider;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.delete.render.DeleteStatementProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads numbers: keys, counts and fingerprints of any table; deletes rows of any table. */
public interface ScalarMapper {
    /** The single number of the single row. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    long number(SelectStatementProvider select);

    /** The numbers of the single column, at most a few thousand. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    List<Long> numbers(SelectStatementProvider select);

    /** The numbers of the single column, streamed; the caller closes the cursor. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    Cursor<Long> keys(SelectStatementProvider select);

    /** A pair of numbers a row, streamed; the caller closes the cursor. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "from_key", javaType = long.class)
    @Arg(column = "to_key", javaType = long.class)
    Cursor<KeyPair> pairs(SelectStatementProvider select);

    /** Row count and sum of hashes, the latter 0 where there is no row. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "row_count", javaType = Long.class)
    @Arg(column = "hash_sum", javaType = Long.class)
    KeyFingerprint fingerprint(SelectStatementProvider select);

    /** Fingerprints by range, in any order; at most a few thousand. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "range_number", javaType = long.class)
    @Arg(column = "row_count", javaType = long.class)
    @Arg(column = "hash_sum", javaType = long.class)
    List<RangeFingerprint> ranges(SelectStatementProvider select);

    /** The bounds of a column; null where there is no row. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "from_key", javaType = Long.class)
    @Arg(column = "to_key", javaType = Long.class)
    KeyBounds bounds(SelectStatementProvider select);

    /** Deletes rows; returns their number, or a marker when the session writes in batches. */
    @DeleteProvider(type = SqlProviderAdapter.class, method = "delete")
    int delete(DeleteStatementProvider delete);
}
