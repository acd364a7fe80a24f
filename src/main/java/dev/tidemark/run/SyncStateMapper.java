package dev.tidemark.run;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of sync_state. */
public interface SyncStateMapper {
    /** One row a table of the warehouse. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "table_name", javaType = String.class)
    @Arg(column = "snapshot_at", javaType = LocalDateTime.class)
    @Arg(column = "last_update", javaType = String.class)
    @Arg(column = "rows", javaType = long.class)
    @Arg(column = "run_id", javaType = Long.class)
    List<SyncState> states(SelectStatementProvider select);
}
