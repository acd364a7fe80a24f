package dev.tidemark.spark.load;

import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.LakeTable;
import dev.tidemark.spark.lake.TableWriter;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.table.Column;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Makes the tables that are computed from others of the lake.
 *
 * @param spark reads the others
 * @param lake the folder of the lake
 * @param files the files of each table of the star, by name
 */
record DerivedTables(SparkSession spark, LakeFolder lake, Function<String, List<DataFile>> files) {
    /** Writes the rows that the table should hold, and returns their files. */
    <T> List<DataFile> write(DerivedSync<T> derived, LocalDate today) {
        Map<Column<Long>, NavigableSet<Long>> values = new HashMap<>();
        derived.references().forEach(column -> values.put(column, values(column)));
        try (TableWriter<T> writer = new TableWriter<>(lake, LakeTable.of(derived.target()), row -> "");
                Stream<T> rows = derived.expectedRows((column, least) -> first(values.get(column), least), today)) {
            rows.forEach(writer::add);
            return writer.complete();
        }
    }

    private static OptionalLong first(NavigableSet<Long> values, long least) {
        Long found = values.ceiling(least);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private NavigableSet<Long> values(Column<Long> column) {
        String[] paths = files.apply(column.table().name()).stream()
                .map(file -> lake.path(file.name()).toString())
                .toArray(String[]::new);
        if (paths.length == 0) {
            return new TreeSet<>();
        }
        return new TreeSet<>(spark.read().parquet(paths)
                .select(column.name())
                .where(functions.col(column.name()).isNotNull())
                .distinct()
                .as(Encoders.LONG())
                .collectAsList());
    }
}
