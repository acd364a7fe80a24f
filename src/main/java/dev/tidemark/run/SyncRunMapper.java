package dev.tidemark.run;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of sync_run. */
public interface SyncRunMapper {
    /** Runs; at most a few. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "id", javaType = long.class)
    @Arg(column = "command", javaType = String.class)
    @Arg(column = "started_at", javaType = LocalDateTime.class)
    @Arg(column = "finished_at", javaType = LocalDateTime.class)
    @Arg(column = "outcome", javaType = String.class)
    @Arg(column = "rows_read", javaType = long.class)
    @Arg(column = "rows_inserted", javaType = long.class)
    @Arg(column = "rows_updated", javaType = long.class)
    @Arg(column = "rows_deleted", javaType = long.class)
    @Arg(column = "rows_unchanged", javaType = long.class)
    @Arg(column = "message", javaType = String.class)
    List<SyncRun> runs(SelectStatementProvider select);
}
