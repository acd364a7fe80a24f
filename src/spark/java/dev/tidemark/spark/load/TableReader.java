package dev.tidemark.spark.load;

import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.Snapshot;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.TableWriter;
import dev.tidemark.star.FactDate;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.rows.MappedRows;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.TargetColumn;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads rows of the source, maps them, and writes them to new files.
 *
 * @param lake the folder of the lake
 * @param source the snapshot to read
 * @param lookups the lookups of the mappings
 */
record TableReader(LakeFolder lake, Snapshot source, Lookups lookups) {
    private static final int SPANS_A_QUERY = 200;

    /** A folder that Spark and others take for NULL. */
    private static final String NO_DATE = "__HIVE_DEFAULT_PARTITION__";

    /** Reads the rows of {@code sync} with these leading keys, and their fingerprints in the same snapshot. */
    UnitRead read(SourceSync<?, ?> sync, KeySpans keys) {
        long start = System.nanoTime();
        HeldFingerprints ranges = source.fingerprints(
                StarPlan.fingerprintedTables().get(sync.source().name()), keys, HeldFingerprints::of);
        Rows rows = rows(sync, keys);
        return new UnitRead(
                sync.name(),
                rows.files(),
                rows.read(),
                ranges,
                source.server().identity(),
                (System.nanoTime() - start) / 1_000_000,
                source.takeNotes());
    }

    /** Reads the rows of {@code sync} with these leading keys. */
    <S, T> Rows rows(SourceSync<S, T> sync, KeySpans keys) {
        Function<S, Optional<T>> mapping = MappedRows.mapping(sync, lookups);
        try (TableWriter<T> writer = new TableWriter<>(lake, StarPlan.lakeTable(sync.target()), partition(sync))) {
            long read = keys.pieces(SPANS_A_QUERY, Long.MAX_VALUE)
                    .mapToLong(piece -> source.rows(sync.source(), piece, rows -> copy(sync, rows, mapping, writer)))
                    .sum();
            return new Rows(writer.complete(), read);
        }
    }

    /**
     * Rows that were read and written.
     *
     * @param files the files that they were written to
     * @param read the number of the source's rows
     */
    record Rows(List<DataFile> files, long read) {}

    private static <S, T> long copy(
            SourceSync<S, T> sync, Iterator<S> rows, Function<S, Optional<T>> mapping, TableWriter<T> writer) {
        Key last = null;
        long read = 0;
        while (rows.hasNext()) {
            S row = rows.next();
            last = sync.source().requireAscending(last, row);
            mapping.apply(row).ifPresent(writer::add);
            read++;
        }
        return read;
    }

    private static <T> Function<T, String> partition(SourceSync<?, T> sync) {
        return sync.factDate()
                .map(FactDate::target)
                .flatMap(date -> sync.target().columns().stream()
                        .filter(column -> column.column().equals(date))
                        .findFirst())
                .<Function<T, String>>map(date -> row -> folder(date, row))
                .orElse(row -> "");
    }

    private static <T> String folder(TargetColumn<T> date, T row) {
        Long key = (Long) date.value().apply(row);
        return key == null
                ? "year=" + NO_DATE + "/month=" + NO_DATE
                : "year=" + key / 10_000 + "/month=" + key / 100 % 100;
    }
}
