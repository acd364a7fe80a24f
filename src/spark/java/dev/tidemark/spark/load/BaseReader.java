package dev.tidemark.spark.load;

import dev.tidemark.run.state.SourceRecord;
import dev.tidemark.source.FingerprintedTable;
import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.source.Snapshot;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.star.SourceRequirements;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.KeySpans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the whole source over many connections. What tasks look up is read before, by the driver in one snapshot; the
 * tables that nothing looks up are read by tasks, each in a snapshot of its own. Every row comes with the fingerprints
 * of the states that it was made from.
 *
 * @param tasks runs the tasks
 * @param lake the folder of the lake
 * @param login of the tasks
 * @param options how to cut the tables
 */
record BaseReader(Tasks tasks, LakeFolder lake, SourceLogin login, LakeOptions options) {
    /** Reads all rows; {@code first} is older than the snapshots of the tasks. */
    LoadStart.ReadAnew read(Snapshot first, SourceRecord source) {
        SourceRequirements.of(StarPlan.get()).requireKeys(first);
        SnapshotLookups lookups = new SnapshotLookups(first);
        List<SourceSync<?, ?>> syncs = StarPlan.get().sourceSyncs();
        syncs.forEach(sync -> sync.mapping(lookups));
        List<SourceSync<?, ?>> small = syncs.stream()
                .filter(sync -> lookups.tablesRead().contains(sync.source().name())
                        || sync.target().surrogateKey().isPresent())
                .toList();
        TableReader reader = new TableReader(lake, first, lookups.held());
        List<UnitRead> reads = new ArrayList<>();
        small.forEach(sync -> reads.add(reader.read(sync, KeySpans.ALL)));
        List<Unit> units = syncs.stream()
                .filter(sync -> !small.contains(sync))
                .flatMap(sync -> Unit.of(sync, first, options.partitions()).stream())
                .toList();
        reads.addAll(tasks.runAtMost(
                options.connections(), units, lookups.held(), sent -> new ReadTask(login, lake, sent)));
        return new LoadStart.ReadAnew(base(first, source, reads), reads);
    }

    private Base base(Snapshot first, SourceRecord source, List<UnitRead> reads) {
        Map<String, List<DataFile>> files = reads.stream().collect(Collectors.groupingBy(
                UnitRead::table,
                Collectors.flatMapping(read -> read.files().stream(), Collectors.toList())));
        Map<String, List<UnitRead>> bySource = reads.stream().collect(Collectors.groupingBy(
                read -> StarPlan.sync(read.table()).source().name()));
        SortedMap<String, FingerprintedTable> tables = StarPlan.fingerprintedTables();
        List<String> names = List.copyOf(tables.keySet());
        Map<String, KnownTable> known = new HashMap<>();
        IntStream.range(0, names.size()).forEach(index -> {
            FingerprintedTable table = tables.get(names.get(index));
            HeldFingerprints ranges = Optional.ofNullable(bySource.get(table.name()))
                    .map(BaseReader::ranges)
                    .orElseGet(() -> first.fingerprints(table, HeldFingerprints::of));
            known.put(table.name(), KnownTable.of(index + 1L, table, ranges, first));
        });
        boolean oneServer = reads.stream().allMatch(read -> read.server().equals(first.server().identity()));
        return new Base(oneServer ? Optional.of(source) : Optional.empty(), files, known);
    }

    // The units of a table are in ascending order of keys.
    private static HeldFingerprints ranges(List<UnitRead> reads) {
        Stream<RangeFingerprint> all = reads.stream().flatMap(read -> stream(read.ranges().iterator()));
        return HeldFingerprints.of(all.iterator());
    }

    private static <R> Stream<R> stream(Iterator<R> all) {
        return Stream.iterate(all, Iterator::hasNext, same -> same).map(Iterator::next);
    }
}
