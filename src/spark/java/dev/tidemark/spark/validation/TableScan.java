package dev.tidemark.spark.validation;

import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.LakeRows;
import dev.tidemark.spark.lake.LakeTable;
import dev.tidemark.spark.lake.Tally;
import dev.tidemark.spark.load.StarPlan;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.FactDate;
import dev.tidemark.star.Period;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.Total;
import dev.tidemark.table.KeyMap;
import dev.tidemark.table.Scope;
import dev.tidemark.table.TargetColumn;
import dev.tidemark.table.TargetTable;
import dev.tidemark.validation.ValidationResult.OrphanCheck;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads whole files of a table: what they hold, rows that refer to rows that are not there, and totals.
 *
 * @param lake the folder of the lake
 * @param keys the surrogate keys that the lake holds and their natural keys, by the name of the table
 * @param period the days that totals are of; null for all
 */
record TableScan(LakeFolder lake, Map<String, KeyMap> keys, Period period) {
    /** The most orphans that are told. */
    static final int MOST_ORPHANS = 100;

    /**
     * A file as it was found.
     *
     * @param table the name of its table
     * @param file what it holds
     * @param orphans rows that refer to missing rows, the first {@value #MOST_ORPHANS}
     * @param totals by the natural keys of the groups
     */
    record Found(String table, DataFile file, List<OrphanCheck> orphans, SortedMap<Long, Total> totals)
            implements Serializable {}

    /** Reads a file. */
    <T> Found read(SourceSync<?, T> sync, DataFile file) {
        LakeTable<T> table = StarPlan.lakeTable(sync.target());
        Tally tally = table.tally();
        Map<TargetColumn<T>, String> parents = parents(sync.target(), sync);
        List<OrphanCheck> orphans = new ArrayList<>();
        Optional<Totals<T>> totals = sync.controlTotals().map(declared -> totals(sync, declared));
        new LakeRows<>(lake, table).read(file, Scope.ALL, found -> {
            T row = found.row();
            table.note(row, tally);
            totals.ifPresent(sums -> sums.add(row));
            parents.forEach((column, parent) -> {
                if (orphans.size() < MOST_ORPHANS
                        && column.value().apply(row) instanceof Long key
                        && keys.get(parent).get(key) == null) {
                    orphans.add(new OrphanCheck(sync.name(), sync.target().keyOf(row).leading(), parent));
                }
            });
        });
        return new Found(
                sync.name(),
                tally.file(file.name()),
                List.copyOf(orphans),
                totals.map(Totals::sums).orElseGet(TreeMap::new));
    }

    private static <T> Map<TargetColumn<T>, String> parents(TargetTable<T> table, SourceSync<?, ?> sync) {
        Map<TargetColumn<T>, String> parents = new HashMap<>();
        table.columns().forEach(column -> {
            sync.dimensions()
                    .filter(dimension -> dimension.column().equals(column.column()))
                    .forEach(dimension -> parents.put(column, dimension.table().name()));
            StarPlan.get().derivedSyncs().stream()
                    .filter(derived -> derived.references().contains(column.column()))
                    .forEach(derived -> parents.put(column, derived.name()));
        });
        return parents;
    }

    private <T> Totals<T> totals(SourceSync<?, T> sync, ControlTotals declared) {
        TargetTable<T> table = sync.target();
        String parent = sync.dimensions()
                .filter(dimension -> dimension.column().equals(declared.reference()))
                .findFirst()
                .orElseThrow()
                .table()
                .name();
        return new Totals<>(
                declared,
                column(table, declared.reference().name()),
                keys.get(parent),
                declared.amount().map(amount -> column(table, amount.target().name())),
                sync.factDate().map(FactDate::target).map(date -> column(table, date.name())),
                period == null ? Optional.empty() : sync.factDate().map(date -> date.ofTarget(period)),
                new TreeMap<>());
    }

    private static <T> TargetColumn<T> column(TargetTable<T> table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Sums up the rows of the period. */
    private record Totals<T>(
            ControlTotals declared,
            TargetColumn<T> reference,
            KeyMap groups,
            Optional<TargetColumn<T>> amount,
            Optional<TargetColumn<T>> date,
            Optional<Scope.Between<Long>> days,
            SortedMap<Long, Total> sums) {
        void add(T row) {
            if (days.filter(span -> !isWithin(span, row)).isPresent()) {
                return;
            }
            Long natural = reference.value().apply(row) instanceof Long key ? groups.get(key) : null;
            Total one = new Total(1, amount.map(column -> (Long) column.value().apply(row)).orElse(null));
            sums.merge(natural == null ? Total.NO_GROUP : natural, one, Total::plus);
        }

        private boolean isWithin(Scope.Between<Long> span, T row) {
            return date.orElseThrow().value().apply(row) instanceof Long day
                    && day >= span.first()
                    && day <= span.last();
        }
    }
}
