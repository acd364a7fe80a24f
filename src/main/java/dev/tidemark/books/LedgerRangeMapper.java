package dev.tidemark.books;

import dev.tidemark.orm.RowMapper;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of sync_range. */
public interface LedgerRangeMapper extends RowMapper<LedgerRange> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "table_id", javaType = long.class)
    @Arg(column = "first_key", javaType = long.class)
    @Arg(column = "rows", javaType = long.class)
    @Arg(column = "content", javaType = String.class)
    @Arg(column = "key_content", javaType = String.class)
    Cursor<LedgerRange> select(SelectStatementProvider select);
}
