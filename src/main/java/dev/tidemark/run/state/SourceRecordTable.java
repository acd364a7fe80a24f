package dev.tidemark.run.state;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The table sync_source. */
final class SourceRecordTable extends TargetTable<SourceRecord> {
    static final SourceRecordTable SYNC_SOURCE = new SourceRecordTable();

    final Column<Long> id = key("id", SourceRecord::id);
    final Column<String> address = text("address", SourceRecord::address);
    final Column<String> schemaName = text("schema_name", SourceRecord::schemaName);
    final Column<String> server = text("server", SourceRecord::server);
    final Column<LocalDateTime> startedAt = time("started_at", SourceRecord::startedAt);
    final Column<Long> alterations = number("alterations", SourceRecord::alterations);
    final Column<LocalDateTime> sourceClock = time("source_clock", SourceRecord::sourceClock);
    final Column<LocalDateTime> machineClock = time("machine_clock", SourceRecord::machineClock);

    private SourceRecordTable() {
        super("sync_source", row -> new SourceRecord(
                row.number(), row.text(), row.text(), row.text(), row.time(), row.number(), row.time(), row.time()));
    }
}
