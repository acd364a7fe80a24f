package dev.tidemark.run;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table sync_source. */
final class SourceRecordTable extends TargetTable<SourceRecord> {
    static final SourceRecordTable SYNC_SOURCE = new SourceRecordTable();

    final SqlColumn<Long> id = key("id", SourceRecord::id);
    final SqlColumn<String> address = text("address", SourceRecord::address);
    final SqlColumn<String> schemaName = text("schema_name", SourceRecord::schemaName);
    final SqlColumn<String> server = text("server", SourceRecord::server);
    final SqlColumn<LocalDateTime> startedAt = time("started_at", SourceRecord::startedAt);
    final SqlColumn<Long> alterations = number("alterations", SourceRecord::alterations);
    final SqlColumn<LocalDateTime> sourceClock = time("source_clock", SourceRecord::sourceClock);
    final SqlColumn<LocalDateTime> machineClock = time("machine_clock", SourceRecord::machineClock);

    private SourceRecordTable() {
        super("sync_source", SourceRecord.class);
    }
}
