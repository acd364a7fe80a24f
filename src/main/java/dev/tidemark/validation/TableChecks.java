package dev.tidemark.validation;

import static org.mybatis.dynamic.sql.SqlBuilder.isBetween;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.mysql.SourceSnapshot;
import dev.tidemark.run.Progress;
import dev.tidemark.run.SyncState;
import dev.tidemark.sql.KeySpans;
import dev.tidemark.sql.SourceTable;
import dev.tidemark.sql.TargetTable;
import dev.tidemark.sqlite.WarehouseSession;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.star.FactDate;
import dev.tidemark.star.MappedRows;
import dev.tidemark.star.Period;
import dev.tidemark.star.RunLookups;
import dev.tidemark.star.SourceChanges;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.TableSync;
import dev.tidemark.star.Total;
import dev.tidemark.star.TotalsScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.util.Buildable;

/** The comparison of tables, one after the other. */
final class TableChecks {
    private final SourceSnapshot source;
    private final WarehouseSession warehouse;
    private final SourceChanges changes;
    private final Map<String, SyncState> states;
    private final Optional<Period> period;
    private final RunLookups lookups;
    private final Progress progress;

    TableChecks(
            SourceSnapshot source,
            WarehouseSession warehouse,
            SourceChanges changes,
            Map<String, SyncState> states,
            Optional<Period> period,
            Progress progress) {
        this.source = source;
        this.warehouse = warehouse;
        this.changes = changes;
        this.states = states;
        this.period = period;
        this.lookups = new RunLookups(source, warehouse);
        this.progress = progress;
    }

    TableCheck check(TableSync table) {
        progress.work(table.name());
        return switch (table) {
            case SourceSync<?, ?> sync -> checkAgainstSource(sync);
            case DerivedSync<?> derived -> checkDerived(derived);
        };
    }

    private <S, T> TableCheck checkAgainstSource(SourceSync<S, T> sync) {
        Optional<SyncState> state = SyncState.loaded(states, sync.name());
        KeySpans pending = state.isPresent() ? changes.staleRows(sync) : KeySpans.ALL;
        RowComparison<T> comparison = new RowComparison<>(
                sync.target(), state, key -> pending.contains(key.leading()), new MissingDimensions<>(sync, warehouse));
        Function<S, T> mapping = MappedRows.mapping(sync, lookups);
        if (progress.isShown() && (period.isEmpty() || sync.factDate().isEmpty())) {
            progress.expect(source.estimatedRows(sync.source()));
        }
        return source.stream(
                sync.source(),
                sourceRows(sync),
                there -> warehouse.streamRows(
                        sync.target(),
                        warehouseRows(sync.target(), sync.factDate()),
                        here -> comparison.compare(MappedRows.of(sync, progress.counting(there), mapping), here)));
    }

    private <T> TableCheck checkDerived(DerivedSync<T> derived) {
        Optional<SyncState> state = SyncState.loaded(states, derived.name());
        RowComparison<T> comparison =
                new RowComparison<>(derived.target(), state, key -> false, MissingDimensions.none());
        List<T> expected = derived
                .expectedRows(warehouse, state.map(SyncState::snapshotAt).orElse(source.takenAt()).toLocalDate())
                .toList();
        return warehouse.streamRows(
                derived.target(),
                warehouseRows(derived.target(), Optional.empty()),
                here -> comparison.compare(expected.iterator(), here));
    }

    /** The totals of a table; those that differ are as pending or as wrong as the table's rows. */
    List<TotalCheck> totals(SourceSync<?, ?> sync, Verdict ofRows) {
        return sync.controlTotals().map(totals -> totals(sync, totals, ofRows)).orElse(List.of());
    }

    private List<TotalCheck> totals(SourceSync<?, ?> sync, ControlTotals totals, Verdict ofRows) {
        SortedMap<Long, Total> there = totals.ofSource(source, TotalsScope.of(period));
        SortedMap<Long, Total> here = totals.ofWarehouse(warehouse, TotalsScope.of(period));
        TreeSet<Long> groups = new TreeSet<>(there.keySet());
        groups.addAll(here.keySet());
        List<TotalCheck> checks = new ArrayList<>();
        for (long group : groups) {
            Total sourceTotal = there.getOrDefault(group, new Total(0, 0));
            Total warehouseTotal = here.getOrDefault(group, new Total(0, 0));
            Verdict verdict = sourceTotal.equals(warehouseTotal)
                    ? Verdict.EQUAL
                    : ofRows == Verdict.PENDING ? Verdict.PENDING : Verdict.DIFFERENT;
            checks.add(new TotalCheck(sync.name(), totals.group(), group, sourceTotal, warehouseTotal, verdict));
        }
        return checks;
    }

    private Buildable<SelectModel> sourceRows(SourceSync<?, ?> sync) {
        SourceTable<?> table = sync.source();
        if (period.isEmpty() || sync.factDate().isEmpty()) {
            return table.rows().orderBy(table.key().order());
        }
        return table.rows()
                .where(
                        sync.factDate().get().source(),
                        isBetween(period.get().firstMoment()).and(period.get().lastMoment()))
                .orderBy(table.key().order());
    }

    private Buildable<SelectModel> warehouseRows(TargetTable<?> table, Optional<FactDate> date) {
        var rows = select(WarehouseSession.columns(table)).from(table);
        if (period.isEmpty() || date.isEmpty()) {
            return rows.orderBy(table.key().order());
        }
        return rows.where(
                        date.get().target(),
                        isBetween(period.get().firstDateKey()).and(period.get().lastDateKey()))
                .orderBy(table.key().order());
    }
}
