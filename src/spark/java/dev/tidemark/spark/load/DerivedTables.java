package dev.tidemark.spark.load;

import dev.tidemark.run.Counts;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.TableWriter;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.table.Column;
import dev.tidemark.table.KeySpans;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the tables that are computed from others of the lake.
 *
 * @param lake the folder of the lake
 * @param files the files of each table of the star, by name
 */
public record DerivedTables(LakeFolder lake, Function<String, List<DataFile>> files) {
    /**
     * Brings a table to the state of the others.
     *
     * @param before its files so far
     * @param today the date by the source's clock, UTC
     * @param comparison tells whether the rows differ from those so far
     */
    CatchUp.Level level(DerivedSync<?> derived, List<DataFile> before, LocalDate today, RowComparison comparison) {
        List<DataFile> fresh = write(derived, today);
        Counts counts = comparison.of(derived.name(), before, KeySpans.ALL, fresh).counts();
        return counts.written() == 0
                ? new CatchUp.Level(before, Counts.NONE)
                : new CatchUp.Level(
                        fresh, new Counts(0, counts.inserted(), counts.updated(), counts.deleted(), 0));
    }

    /** The rows that a table should hold, in key order. */
    public <T> Stream<T> expected(DerivedSync<T> derived, LocalDate today) {
        Map<Column<Long>, NavigableSet<Long>> values = new HashMap<>();
        derived.references().forEach(column -> values.put(column, values(column)));
        return derived.expectedRows((column, least) -> first(values.get(column), least), today);
    }

    private <T> List<DataFile> write(DerivedSync<T> derived, LocalDate today) {
        try (TableWriter<T> writer = new TableWriter<>(lake, StarPlan.lakeTable(derived.target()), row -> "");
                Stream<T> rows = expected(derived, today)) {
            rows.forEach(writer::add);
            return writer.complete();
        }
    }

    private static OptionalLong first(NavigableSet<Long> values, long least) {
        Long found = values.ceiling(least);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private NavigableSet<Long> values(Column<Long> column) {
        return files.apply(column.table().name()).stream()
                .map(file -> file.values().get(column.name()))
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
