package dev.tidemark.books;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of sync_source_table. */
public interface LedgerTableMapper extends RowMapper<LedgerTable> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "id", javaType = long.class)
    @Arg(column = "table_name", javaType = String.class)
    @Arg(column = "description", javaType = String.class)
    @Arg(column = "rows", javaType = long.class)
    @Arg(column = "last_update", javaType = String.class)
    @Arg(column = "snapshot_at", javaType = LocalDateTime.class)
    @Arg(column = "created_at", javaType = LocalDateTime.class)
    @Arg(column = "updated_at", javaType = LocalDateTime.class)
    Cursor<LedgerTable> select(SelectStatementProvider select);
}
