package dev.tidemark.books;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table sync_source. */
final class SourceRecordTable extends SqlTable {
    static final SourceRecordTable SYNC_SOURCE = new SourceRecordTable();

    /** How its row is written and read. */
    static final TargetTable<SourceRecord> ROWS = new TargetTable<>(
            SYNC_SOURCE,
            KeyColumns.of(SYNC_SOURCE.id),
            Optional.empty(),
            List.of(
                    new TargetColumn<>(SYNC_SOURCE.id, "id", SourceRecord::id),
                    new TargetColumn<>(SYNC_SOURCE.address, "address", SourceRecord::address),
                    new TargetColumn<>(SYNC_SOURCE.schemaName, "schemaName", SourceRecord::schemaName),
                    new TargetColumn<>(SYNC_SOURCE.server, "server", SourceRecord::server),
                    new TargetColumn<>(SYNC_SOURCE.startedAt, "startedAt", SourceRecord::startedAt),
                    new TargetColumn<>(SYNC_SOURCE.sourceClock, "sourceClock", SourceRecord::sourceClock),
                    new TargetColumn<>(SYNC_SOURCE.machineClock, "machineClock", SourceRecord::machineClock)),
            SourceRecordMapper.class,
            row -> Key.of(row.id()));

    final SqlColumn<Long> id = column("id", JDBCType.BIGINT);
    final SqlColumn<String> address = column("address", JDBCType.VARCHAR);
    final SqlColumn<String> schemaName = column("schema_name", JDBCType.VARCHAR);
    final SqlColumn<String> server = column("server", JDBCType.VARCHAR);
    final SqlColumn<LocalDateTime> startedAt = column("started_at", JDBCType.VARCHAR);
    final SqlColumn<LocalDateTime> sourceClock = column("source_clock", JDBCType.VARCHAR);
    final SqlColumn<LocalDateTime> machineClock = column("machine_clock", JDBCType.VARCHAR);

    private SourceRecordTable() {
        super("sync_source");
    }
}
