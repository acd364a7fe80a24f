package dev.tidemark.spark.lake;

import dev.tidemark.table.KeySpans;
import java.io.IOException;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;

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
                return kept.hasNext() || fresh.hasNext()
                        ? Optional.of(write(lake, table, files.folder(), kept, fresh))
                        : Optional.empty();
            }
        });
    }

    private static DataFile write(
            LakeFolder lake, LakeTable<?> table, String folder, MergedRows kept, MergedRows fresh) throws IOException {
        String name = LakeFolder.freshName(folder, TableWriter.ENDING);
        Tally tally = table.tally();
        ExampleParquetWriter.Builder rows = ExampleParquetWriter.builder(RowWriter.file(lake, name))
                .withType(table.schema());
        try (ParquetWriter<Group> to = RowWriter.open(rows, lake)) {
            while (kept.hasNext() || fresh.hasNext()) {
                boolean isFresh = !kept.hasNext()
                        || fresh.hasNext() && fresh.key().compareTo(kept.key()) < 0;
                Group row = (isFresh ? fresh : kept).next();
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
