package dev.tidemark.star;

import static java.util.stream.Collectors.toMap;

import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.source.FingerprintedTable;
import dev.tidemark.table.SourceTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The strategies of a pipeline; each table comes after those that it depends on.
 *
 * @param tables all strategies, in that order
 */
public record SyncPlan(List<TableSync> tables) {
    public SyncPlan {
        tables = List.copyOf(tables);
    }

    /** The plan of these strategies, ordered by the length of their longest chain of dependencies, then by name. */
    public static SyncPlan of(Collection<? extends TableSync> strategies) {
        strategies.forEach(strategy -> {
            if (strategy instanceof SourceSync<?, ?> sync) {
                DeclaredLookups.require(sync);
            }
        });
        Map<String, TableSync> byName = strategies.stream()
                .collect(toMap(TableSync::name, Function.identity(), SyncPlan::twice, TreeMap::new));
        Map<String, Integer> depths = new HashMap<>();
        byName.values().forEach(table -> depth(table, byName, depths, List.of()));
        return new SyncPlan(byName.values().stream()
                .sorted(Comparator.comparing(table -> depths.get(table.name())))
                .toList());
    }

    /** The tables' names, in order. */
    public List<String> names() {
        return tables.stream().map(TableSync::name).toList();
    }

    /** The strategies whose rows come from the source, in order. */
    public List<SourceSync<?, ?>> sourceSyncs() {
        return tables.stream().<SourceSync<?, ?>>mapMulti((table, next) -> {
            if (table instanceof SourceSync<?, ?> sync) {
                next.accept(sync);
            }
        }).toList();
    }

    /**
     * The plan of only these tables and the tables derived from them. An unknown name is a usage failure, and so is a
     * table without a table that it depends on.
     */
    public SyncPlan restrictedTo(Collection<String> wanted) {
        for (String name : wanted) {
            if (!names().contains(name)) {
                throw TidemarkException.usage(
                        "There is no table \"" + name + "\" (--tables)", NearestName.to(name, names()));
            }
        }
        for (TableSync table : tables) {
            List<String> missing =
                    table.dependsOn().stream().filter(name -> !wanted.contains(name)).sorted().toList();
            if (wanted.contains(table.name()) && !missing.isEmpty()) {
                throw TidemarkException.usage(
                        table.name() + " depends on " + String.join(", ", missing) + " (--tables)",
                        "--tables " + String.join(",", withAllNeeded(wanted)));
            }
        }
        return new SyncPlan(tables.stream()
                .filter(table -> wanted.contains(table.name())
                        || table instanceof DerivedSync<?> && table.dependsOn().stream().anyMatch(wanted::contains))
                .toList());
    }

    /** The strategies whose rows are computed from others of the warehouse, in order. */
    public List<DerivedSync<?>> derivedSyncs() {
        return tables.stream().<DerivedSync<?>>mapMulti((table, next) -> {
            if (table instanceof DerivedSync<?> derived) {
                next.accept(derived);
            }
        }).toList();
    }

    /** The tables of the source to fingerprint, by name. */
    public SortedMap<String, FingerprintedTable> fingerprintedTables() {
        SortedMap<String, Set<SourceTable<?>>> ways = new TreeMap<>();
        Set<String> onKeys = new HashSet<>();
        sourceSyncs().forEach(sync -> {
            ways.computeIfAbsent(sync.source().name(), name -> new LinkedHashSet<>()).add(sync.source());
            sync.dependencies().forEach(dependency -> {
                SourceTable<?> table = dependency.path().table();
                ways.computeIfAbsent(table.name(), name -> new LinkedHashSet<>()).add(table);
                if (dependency.onKeyAlone()) {
                    onKeys.add(table.name());
                }
            });
        });
        SortedMap<String, FingerprintedTable> tables = new TreeMap<>();
        ways.forEach((name, all) -> tables.put(name, FingerprintedTable.of(all, onKeys.contains(name))));
        return tables;
    }

    /** The strategies whose rows depend on this table of the source. */
    public Stream<SourceSync<?, ?>> dependentsOn(FingerprintedTable table) {
        return sourceSyncs().stream()
                .filter(sync -> sync.sourceTables().anyMatch(read -> read.name().equals(table.name())));
    }

    private List<String> withAllNeeded(Collection<String> wanted) {
        Set<String> needed = new HashSet<>(wanted);
        // Tables come after those that they depend on, so one walk backwards finds all.
        tables.reversed().stream()
                .filter(table -> needed.contains(table.name()))
                .forEach(table -> needed.addAll(table.dependsOn()));
        return names().stream().filter(needed::contains).toList();
    }

    private static int depth(
            TableSync table, Map<String, TableSync> byName, Map<String, Integer> depths, List<String> path) {
        if (path.contains(table.name())) {
            throw new IllegalArgumentException("Tables depend on each other: " + path + " and again " + table.name());
        }
        Integer known = depths.get(table.name());
        if (known != null) {
            return known;
        }
        List<String> longer = Stream.concat(path.stream(), Stream.of(table.name())).toList();
        int depth = table.dependsOn().stream()
                .mapToInt(name -> 1 + depth(needed(name, table, byName), byName, depths, longer))
                .max()
                .orElse(0);
        depths.put(table.name(), depth);
        return depth;
    }

    private static TableSync needed(String name, TableSync by, Map<String, TableSync> byName) {
        TableSync table = byName.get(name);
        if (table == null) {
            throw new IllegalArgumentException(by.name() + " depends on " + name + ", which has no strategy");
        }
        return table;
    }

    private static TableSync twice(TableSync first, TableSync second) {
        throw new IllegalArgumentException("There are two strategies for " + first.name());
    }
}
