package dev.tidemark.books;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads the row of sync_source. */
public interface SourceRecordMapper extends RowMapper<SourceRecord> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "id", javaType = long.class)
    @Arg(column = "address", javaType = String.class)
    @Arg(column = "schema_name", javaType = String.class)
    @Arg(column = "server", javaType = String.class)
    @Arg(column = "started_at", javaType = LocalDateTime.class)
    @Arg(column = "source_clock", javaType = LocalDateTime.class)
    @Arg(column = "machine_clock", javaType = LocalDateTime.class)
    Cursor<SourceRecord> select(SelectStatementProvider select);
}
