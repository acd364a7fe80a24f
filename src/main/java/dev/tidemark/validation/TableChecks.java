package dev.tidemark.validation;

import static org.mybatis.dynamic.sql.SqlBuilder.isBetween;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.books.SyncState;
import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.engine.ChangeDetection;
import dev.tidemark.engine.ControlTotals;
import dev.tidemark.engine.DerivedSync;
import dev.tidemark.engine.FactDate;
import dev.tidemark.engine.KeyComparison;
import dev.tidemark.engine.KeyDifference;
import dev.tidemark.engine.MappedRows;
import dev.tidemark.engine.MovedRows;
import dev.tidemark.engine.Period;
import dev.tidemark.engine.Progress;
import dev.tidemark.engine.RunLookups;
import dev.tidemark.engine.SourceScans;
import dev.tidemark.engine.SourceSync;
import dev.tidemark.engine.TableSync;
import dev.tidemark.engine.Total;
import dev.tidemark.engine.TotalsScope;
import dev.tidemark.engine.VanishedRows;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.util.Buildable;

/** The comparison of tables, one after the other, parents before children. */
final class TableChecks {
    private final SourceSnapshot source;
    private final WarehouseSession warehouse;
    private final Map<String, SyncState> states;
    private final Optional<Period> period;
    private final RunLookups lookups;
    private final ChangeDetection changes;
    private final KeyComparison keys;
    private final VanishedRows vanished;
    private final MovedRows moved;
    private final Progress progress;

    TableChecks(
            SourceScans scans,
            WarehouseSession warehouse,
            Map<String, SyncState> states,
            Optional<Period> period,
            Progress progress) {
        this.progress = progress;
        this.source = scans.source();
        this.warehouse = warehouse;
        this.states = states;
        this.period = period;
        this.changes = new ChangeDetection(scans);
        this.keys = new KeyComparison(scans, warehouse);
        this.vanished = new VanishedRows(warehouse);
        this.lookups = new RunLookups(source, warehouse, vanished);
        this.moved = new MovedRows(source, warehouse);
    }

    TableCheck check(TableSync table) {
        progress.work(table.name());
        return switch (table) {
            case SourceSync<?, ?> sync -> checkAgainstSource(sync);
            case DerivedSync<?> derived -> checkDerived(derived);
        };
    }

    private <S, T> TableCheck checkAgainstSource(SourceSync<S, T> sync) {
        SyncState state = states.get(sync.name());
        KeyDifference difference = keys.compare(sync);
        // As long as no one but Tidemark touched the warehouse, rows that one side lacks came or went in the source.
        boolean untouched = warehouse.fingerprint(sync.target()).equals(state.fingerprint());
        if (untouched) {
            vanished.note(sync.target(), difference.vanished());
            moved.note(sync.target(), difference.missing());
        }
        KeySet changed = changes.changedKeys(sync, state.watermark())
                .union(vanished.referringKeys(sync))
                .union(moved.of(sync, parent -> changes.changedKeys(parent.table(), state.watermark())));
        RowComparison<T> comparison = new RowComparison<>(
                sync.target(),
                changed::contains,
                key -> untouched && (difference.missing().contains(key) || difference.vanished().contains(key)));
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
                        here -> comparison.compare(MappedRows.of(progress.counting(there), mapping), here)));
    }

    private <T> TableCheck checkDerived(DerivedSync<T> derived) {
        SyncState state = states.get(derived.name());
        RowComparison<T> comparison = new RowComparison<>(derived.target(), key -> false, key -> false);
        List<T> expected = derived.expectedRows(warehouse, state.snapshotAt().toLocalDate()).toList();
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
            return table.select().get().orderBy(table.key().order());
        }
        return table.select()
                .get()
                .where(
                        sync.factDate().get().source(),
                        isBetween(period.get().firstMoment()).and(period.get().lastMoment()))
                .orderBy(table.key().order());
    }

    private Buildable<SelectModel> warehouseRows(TargetTable<?> table, Optional<FactDate> date) {
        var rows = select(WarehouseSession.columns(table)).from(table.table());
        if (period.isEmpty() || date.isEmpty()) {
            return rows.orderBy(table.key().order());
        }
        return rows.where(
                        date.get().target(),
                        isBetween(period.get().firstDateKey()).and(period.get().lastDateKey()))
                .orderBy(table.key().order());
    }
}
