package dev.tidemark.spark.lake;

import dev.tidemark.table.KeySpans;
import java.io.IOException;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;

/** Writes files anew as one. */
public final class FileRewriter {
    private FileRewriter() {}

    /**
     * One file with those rows of the files so far that have none of these leading keys, and those rows of the fresh
     * files that have one.
     *
     * @return empty if there is no such row
     */
    public static Optional<DataFile> rewrite(LakeFolder lake, LakeTable<?> table, FilesOfFolder files, KeySpans keys) {
        return lake.asking(() -> {
            try (MergedRows kept = MergedRows.of(lake, table, files.before(), key -> !keys.contains(key));
                    MergedRows fresh = MergedRows.of(lake, table, files.fresh(), keys::contains)) {
                return kept.peek() == null && fresh.peek() == null
                        ? Optional.empty()
                        : Optional.of(write(lake, table, files.folder(), kept, fresh));
            }
        });
    }

    private static DataFile write(
            LakeFolder lake, LakeTable<?> table, String folder, MergedRows kept, MergedRows fresh) throws IOException {
        String name = LakeFolder.freshName(folder, TableWriter.ENDING);
        Tally tally = table.tally();
        try (ParquetWriter<Group> to = ExampleParquetWriter.builder(
                        HadoopOutputFile.fromPath(lake.path(name), lake.configuration()))
                .withConf(lake.configuration())
                .withType(table.schema())
                .withRowGroupSize(RowWriter.ROW_GROUP)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()) {
            while (kept.peek() != null || fresh.peek() != null) {
                boolean isFresh = kept.peek() == null
                        || fresh.peek() != null && fresh.key().compareTo(kept.key()) < 0;
                Group row = (isFresh ? fresh : kept).take();
                to.write(row);
                tally.add(table.keyOf(row).leading(), column -> value(row, column));
            }
        }
        return tally.file(name);
    }

    private static Long value(Group row, String column) {
        return row.getFieldRepetitionCount(column) == 0 ? null : Long.valueOf(row.getLong(column, 0));
    }
}
