package dev.tidemark.spark.lake;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes rows of a table to one new Parquet file. */
final class RowWriter<T> implements AutoCloseable {
    /** The rows that are kept in memory before they are written, in bytes. */
    private static final long ROW_GROUP = 16L * 1024 * 1024;

    private final LakeTable<T> table;
    private final String name;
    private final ParquetWriter<T> writer;
    private final Tally tally;

    /** A writer to the file {@code name} of the lake. */
    RowWriter(LakeFolder lake, LakeTable<T> table, String name) throws IOException {
        this.table = table;
        this.name = name;
        this.tally = table.tally();
        this.writer = open(new Builder<>(file(lake, name), table), lake);
    }

    /** The file of this name, for a writer. */
    static HadoopOutputFile file(LakeFolder lake, String name) throws IOException {
        return HadoopOutputFile.fromPath(lake.path(name), lake.configuration());
    }

    /** The writer that {@code builder} makes, with the settings that all files of a lake have; the caller closes it. */
    static <R, B extends ParquetWriter.Builder<R, B>> ParquetWriter<R> open(B builder, LakeFolder lake)
            throws IOException {
        return builder.withConf(lake.configuration())
                .withRowGroupSize(ROW_GROUP)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build();
    }

    /** Adds a row. */
    void add(T row) throws IOException {
        writer.write(row);
        table.note(row, tally);
    }

    /** Completes the file. */
    DataFile complete() throws IOException {
        writer.close();
        return tally.file(name);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    // Parquet calls both methods with deprecated arguments, and has them abstract.
    @SuppressWarnings("deprecation")
    private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
        private final LakeTable<T> table;

        private Builder(HadoopOutputFile file, LakeTable<T> table) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(Configuration configuration) {
            return new Support<>(table);
        }
    }

    @SuppressWarnings("deprecation")
    private static final class Support<T> extends WriteSupport<T> {
        private final LakeTable<T> table;
        private RecordConsumer consumer;

        private Support(LakeTable<T> table) {
            this.table = table;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(table.schema(), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(T row) {
            table.write(row, consumer);
        }
    }
}
