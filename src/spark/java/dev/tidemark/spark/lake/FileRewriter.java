package dev.tidemark.spark.lake;

import dev.tidemark.table.KeySpans;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;

/** Writes files anew without some of their rows. */
public final class FileRewriter {
    private FileRewriter() {}

    /**
     * The rows of {@code file} whose leading key is not one of {@code keys}, in a new file in the same folder.
     *
     * @return the file itself if all of its rows stay; empty if none does
     */
    public static Optional<DataFile> without(LakeFolder lake, LakeTable<?> table, DataFile file, KeySpans keys) {
        if (!file.mayHold(keys)) {
            return Optional.of(file);
        }
        String name = LakeFolder.freshName(file.folder(), TableWriter.ENDING);
        return lake.asking(() -> {
            try (ParquetReader<Group> from = ParquetReader.builder(new GroupReadSupport(), lake.path(file.name()))
                            .withConf(lake.configuration())
                            .build();
                    ParquetWriter<Group> to = ExampleParquetWriter.builder(
                                    HadoopOutputFile.fromPath(lake.path(name), lake.configuration()))
                            .withConf(lake.configuration())
                            .withType(table.schema())
                            .withCompressionCodec(CompressionCodecName.SNAPPY)
                            .build()) {
                Tally tally = table.tally();
                for (Group row = from.read(); row != null; row = from.read()) {
                    Group kept = row;
                    long key = row.getLong(table.leadingKey(), 0);
                    if (!keys.contains(key)) {
                        to.write(row);
                        tally.add(key, column -> value(kept, column));
                    }
                }
                if (tally.rows() == file.rows()) {
                    return Optional.of(file);
                }
                return tally.rows() == 0 ? Optional.empty() : Optional.of(tally.file(name));
            }
        });
    }

    private static Long value(Group row, String column) {
        return row.getFieldRepetitionCount(column) == 0 ? null : Long.valueOf(row.getLong(column, 0));
    }
}
