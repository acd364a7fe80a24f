package dev.tidemark.spark.lake;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The files that hold the rows of a table in a version.
 *
 * @param table the table's name
 * @param files in no order, at least one: that of a table without a row tells its columns
 */
@Serdeable
public record TableFiles(String table, List<DataFile> files) {
    public TableFiles {
        files = List.copyOf(files);
    }

    /** The number of the table's rows. */
    public long rows() {
        return files.stream().mapToLong(DataFile::rows).sum();
    }
}
