package dev.tidemark.run;

import java.sql.JDBCType;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table sync_run. */
public final class SyncRunTable extends SqlTable {
    public static final SyncRunTable SYNC_RUN = new SyncRunTable();

    public final SqlColumn<Long> id = column("id", JDBCType.BIGINT);
    public final SqlColumn<String> command = column("command", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> startedAt = column("started_at", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> finishedAt = column("finished_at", JDBCType.VARCHAR);
    public final SqlColumn<String> outcome = column("outcome", JDBCType.VARCHAR);
    public final SqlColumn<Long> rowsRead = column("rows_read", JDBCType.BIGINT);
    public final SqlColumn<Long> rowsInserted = column("rows_inserted", JDBCType.BIGINT);
    public final SqlColumn<Long> rowsUpdated = column("rows_updated", JDBCType.BIGINT);
    public final SqlColumn<Long> rowsDeleted = column("rows_deleted", JDBCType.BIGINT);
    public final SqlColumn<Long> rowsUnchanged = column("rows_unchanged", JDBCType.BIGINT);
    public final SqlColumn<String> message = column("message", JDBCType.VARCHAR);

    private SyncRunTable() {
        super("sync_run");
    }
}
