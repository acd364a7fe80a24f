package dev.tidemark.spark.lake;

import static dev.tidemark.run.state.RangeRecordTable.SYNC_RANGE;

import dev.tidemark.run.state.RangeRecord;
import dev.tidemark.run.state.TableRecord;
import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.RangeFingerprint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;

/**
 * The fingerprints of the source's tables in files of the lake.
 *
 * @param lake the folder of the lake
 */
public record RangeFiles(LakeFolder lake) {
    /** Writes the fingerprints of a table. */
    public SourceState write(TableRecord table, HeldFingerprints ranges) {
        try (TableWriter<RangeRecord> writer =
                new TableWriter<>(lake, LakeTable.of(SYNC_RANGE, List.of()), range -> table.tableName())) {
            ranges.iterator().forEachRemaining(range -> writer.add(RangeRecord.of(table.id(), range)));
            return new SourceState(table, writer.complete());
        }
    }

    /** Reads the fingerprints of a table. */
    public HeldFingerprints read(SourceState state) {
        List<RangeFingerprint> ranges = new ArrayList<>();
        state.ranges().forEach(file -> lake.asking(() -> ranges.addAll(read(file))));
        return HeldFingerprints.of(ranges.iterator());
    }

    private List<RangeFingerprint> read(DataFile file) throws IOException {
        List<RangeFingerprint> ranges = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetRows.of(lake, file)) {
            for (Group row = next(reader, file); row != null; row = next(reader, file)) {
                ranges.add(new RangeFingerprint(
                        row.getLong(SYNC_RANGE.firstKey.name(), 0),
                        row.getLong(SYNC_RANGE.rows.name(), 0),
                        row.getString(SYNC_RANGE.content.name(), 0),
                        row.getFieldRepetitionCount(SYNC_RANGE.keyContent.name()) == 0
                                ? null
                                : row.getString(SYNC_RANGE.keyContent.name(), 0),
                        null));
            }
        }
        return ranges;
    }

    private Group next(ParquetReader<Group> reader, DataFile file) {
        return lake.reading(file.name(), reader::read);
    }
}
