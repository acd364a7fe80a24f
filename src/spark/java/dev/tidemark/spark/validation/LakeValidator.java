package dev.tidemark.spark.validation;

import dev.tidemark.comparison.Verdict;
import dev.tidemark.run.state.SourceRecord;
import dev.tidemark.run.state.SyncState;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.Source;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.LakeRow;
import dev.tidemark.spark.lake.LakeRows;
import dev.tidemark.spark.lake.RangeFiles;
import dev.tidemark.spark.lake.Version;
import dev.tidemark.spark.lake.Versions;
import dev.tidemark.spark.load.Base;
import dev.tidemark.spark.load.BaseChanges;
import dev.tidemark.spark.load.DerivedTables;
import dev.tidemark.spark.load.SnapshotLookups;
import dev.tidemark.spark.load.SourceLogin;
import dev.tidemark.spark.load.StarPlan;
import dev.tidemark.spark.load.Tasks;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.star.FactDate;
import dev.tidemark.star.Period;
import dev.tidemark.star.SourceRequirements;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.TableSync;
import dev.tidemark.star.Total;
import dev.tidemark.star.change.StaleRows;
import dev.tidemark.table.KeyMap;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.Scope;
import dev.tidemark.table.TargetTable;
import dev.tidemark.validation.RowComparison;
import dev.tidemark.validation.TableCheck;
import dev.tidemark.validation.TotalCheck;
import dev.tidemark.validation.ValidationResult;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the current version of a lake with the source.
 *
 * @param tasks runs the tasks
 * @param lake the folder of the lake
 * @param source the source, for the driver
 * @param login of the tasks
 * @param connections how many tasks read the source at the same time
 * @param clock this machine's clock
 */
public record LakeValidator(
        Tasks tasks, LakeFolder lake, Source source, SourceLogin login, int connections, Clock clock) {
    /**
     * Compares dimensions and bridges whole, and the facts of a period. A lake that was never loaded is a warehouse
     * failure.
     *
     * @param period gives the period for the source's current date, UTC; empty for all facts
     */
    public ValidationResult validate(Function<LocalDate, Optional<Period>> period) {
        Versions versions = new Versions(lake);
        Version version = versions.current().orElseThrow(versions::neverLoaded);
        try (Snapshot snapshot = source.snapshot()) {
            SourceRequirements.of(StarPlan.get()).requireColumns(snapshot);
            return validate(version, snapshot, period.apply(snapshot.takenAt().toLocalDate()));
        }
    }

    private ValidationResult validate(Version version, Snapshot snapshot, Optional<Period> period) {
        SyncPlan plan = StarPlan.get();
        List<TableScan.Found> found = scan(version, period);
        Map<String, List<DataFile>> files = found.stream().collect(Collectors.groupingBy(
                TableScan.Found::table, Collectors.mapping(TableScan.Found::file, Collectors.toList())));
        Base base = Base.of(version, new RangeFiles(lake));
        Map<String, KeySpans> stale = stale(snapshot, base);
        Map<String, TableCheck> checks = compared(version, snapshot, base, period, files, stale);
        plan.derivedSyncs().forEach(derived -> checks.put(derived.name(), derived(derived, version, files)));
        List<TotalCheck> totals = plan.sourceSyncs().stream()
                .flatMap(sync -> totals(
                        sync,
                        snapshot,
                        period,
                        found,
                        stale.get(sync.name()).isEmpty() ? checks.get(sync.name()).verdict() : Verdict.PENDING)
                        .stream())
                .toList();
        return ValidationResult.of(
                plan,
                period,
                facts -> newestFact(facts, files),
                version.snapshotAt().truncatedTo(ChronoUnit.SECONDS),
                plan.names().stream().map(checks::get).toList(),
                totals,
                found.stream()
                        .flatMap(file -> file.orphans().stream())
                        .limit(TableScan.MOST_ORPHANS)
                        .toList());
    }

    // Files are looked at as they are: what the version says of them is true only if nobody changed them.
    private List<TableScan.Found> scan(Version version, Optional<Period> period) {
        Map<String, KeyMap> keys = StarPlan.get().tables().stream()
                .map(TableSync::target)
                .filter(table -> table.surrogateKey().isPresent() || isDerived(table))
                .collect(Collectors.toMap(TargetTable::name, table -> keys(table, version)));
        List<ScanTask.Input> inputs = StarPlan.get().sourceSyncs().stream()
                .flatMap(sync -> version.files(sync.name()).stream().map(file -> new ScanTask.Input(sync.name(), file)))
                .toList();
        return tasks.run(
                inputs,
                new ScanTask.Keys(keys),
                sent -> new ScanTask(lake, period.orElse(null), sent));
    }

    private static boolean isDerived(TargetTable<?> table) {
        return StarPlan.get().derivedSyncs().stream().anyMatch(derived -> derived.name().equals(table.name()));
    }

    private <T> KeyMap keys(TargetTable<T> table, Version version) {
        TreeMap<Long, Long> sorted = new TreeMap<>();
        rows(table, version).forEach(found -> {
            long natural = table.keyOf(found.row()).leading();
            if (table.surrogateKey().isEmpty()) {
                sorted.put(natural, natural);
            } else if (found.surrogateKey() != null) {
                sorted.put(found.surrogateKey(), natural);
            }
        });
        KeyMap keys = KeyMap.empty();
        sorted.forEach(keys::put);
        return keys;
    }

    private <T> List<LakeRow<T>> rows(TargetTable<T> table, Version version) {
        List<LakeRow<T>> found = new ArrayList<>();
        LakeRows<T> rows = new LakeRows<>(lake, StarPlan.lakeTable(table));
        version.files(table.name()).forEach(file -> rows.read(file, Scope.ALL, found::add));
        return found;
    }

    private Map<String, KeySpans> stale(Snapshot snapshot, Base base) {
        SourceRecord now = SourceRecord.of(
                snapshot.server(), source.address(), snapshot.takenAt(), LocalDateTime.now(clock));
        BaseChanges changes = new BaseChanges(snapshot, now, base, new RangeFiles(lake));
        return StarPlan.get().sourceSyncs().stream()
                .collect(Collectors.toMap(SourceSync::name, sync -> StaleRows.of(sync, snapshot, changes::of)));
    }

    private Map<String, TableCheck> compared(
            Version version,
            Snapshot snapshot,
            Base base,
            Optional<Period> period,
            Map<String, List<DataFile>> files,
            Map<String, KeySpans> stale) {
        SnapshotLookups lookups = new SnapshotLookups(snapshot);
        StarPlan.get().sourceSyncs().forEach(sync -> sync.mapping(lookups));
        List<Part> parts = StarPlan.get().sourceSyncs().stream()
                .flatMap(sync -> parts(sync, base, period, files.get(sync.name())).stream())
                .toList();
        Sides sides = new Sides(
                lookups.held(),
                new HashMap<>(files),
                version.sources().stream()
                        .collect(Collectors.toMap(state -> state.table().tableName(), Function.identity())),
                new HashMap<>(stale));
        return tasks.runAtMost(connections, parts, sides, sent -> new PartTask(login, lake, sent)).stream()
                .collect(Collectors.toMap(TableCheck::table, Function.identity(), TableCheck::plus));
    }

    private static List<Part> parts(
            SourceSync<?, ?> sync, Base base, Optional<Period> period, List<DataFile> files) {
        return sync.factDate()
                .flatMap(date -> period.map(days -> Part.byDays(sync, date, days, files)))
                .orElseGet(() -> Part.byKeys(sync, base.tables().get(sync.source().name()).ranges().get()));
    }

    private <T> TableCheck derived(DerivedSync<T> derived, Version version, Map<String, List<DataFile>> files) {
        LocalDateTime shown = LocalDateTime.ofInstant(version.snapshotAt(), ZoneOffset.UTC);
        SyncState state = new SyncState(derived.name(), shown, null, 0, null);
        List<T> here = rows(derived.target(), version).stream()
                .map(LakeRow::row)
                .sorted(Comparator.comparing(derived.target()::keyOf))
                .toList();
        try (Stream<T> expected = new DerivedTables(lake, files::get).expected(derived, shown.toLocalDate())) {
            RowComparison<T> comparison = new RowComparison<>(derived.target(), Optional.of(state), key -> false);
            comparison.compare(expected.iterator(), here.iterator());
            return comparison.result();
        }
    }

    private static List<TotalCheck> totals(
            SourceSync<?, ?> sync,
            Snapshot snapshot,
            Optional<Period> period,
            List<TableScan.Found> found,
            Verdict ofRows) {
        return sync.controlTotals()
                .map(totals -> {
                    Scope there = sync.factDate()
                            .flatMap(date -> period.map(date::ofSource))
                            .orElse(Scope.ALL);
                    SortedMap<Long, Total> here = new TreeMap<>();
                    found.stream()
                            .filter(file -> file.table().equals(sync.name()))
                            .forEach(file -> file.totals()
                                    .forEach((group, total) -> here.merge(group, total, Total::plus)));
                    return TotalCheck.of(
                            sync.name(), totals, totals.ofSource(snapshot, sync, there), here, ofRows);
                })
                .orElse(List.of());
    }

    private static Optional<LocalDate> newestFact(
            List<SourceSync<?, ?>> facts, Map<String, List<DataFile>> files) {
        return facts.stream()
                .flatMap(fact -> files.get(fact.name()).stream()
                        .map(file -> file.values().get(
                                fact.factDate().map(FactDate::target).orElseThrow().name())))
                .flatMap(Collection::stream)
                .max(Comparator.naturalOrder())
                .map(Period::dayOf);
    }
}
