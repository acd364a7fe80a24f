package dev.tidemark.spark.lake;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/**
 * Makes readers of files. {@link ParquetReader#builder} reads Hadoop's default settings anew for each file, which takes
 * longer than reading a small file.
 */
final class ParquetRows extends ParquetReader.Builder<Group> {
    private ParquetRows(InputFile file) {
        super(file);
    }

    /** A reader of all rows of {@code file}; the caller closes it. */
    static ParquetReader<Group> of(LakeFolder lake, DataFile file) {
        return of(lake, file, FilterCompat.NOOP);
    }

    /** A reader of the rows of {@code file} that pass {@code filter}; the caller closes it. */
    static ParquetReader<Group> of(LakeFolder lake, DataFile file, FilterCompat.Filter filter) {
        return lake.reading(
                file.name(),
                () -> new ParquetRows(HadoopInputFile.fromPath(lake.path(file.name()), lake.configuration()))
                        .withFilter(filter)
                        .build());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
        return new GroupReadSupport();
    }
}
