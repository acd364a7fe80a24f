package dev.tidemark.run;

import java.sql.JDBCType;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table sync_state. */
public final class SyncStateTable extends SqlTable {
    public static final SyncStateTable SYNC_STATE = new SyncStateTable();

    public final SqlColumn<String> tableName = column("table_name", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> snapshotAt = column("snapshot_at", JDBCType.VARCHAR);
    public final SqlColumn<String> lastUpdate = column("last_update", JDBCType.VARCHAR);
    public final SqlColumn<Long> rows = column("rows", JDBCType.BIGINT);
    public final SqlColumn<Long> runId = column("run_id", JDBCType.BIGINT);

    private SyncStateTable() {
        super("sync_state");
    }
}
