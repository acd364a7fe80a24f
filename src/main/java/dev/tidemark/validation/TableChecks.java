package dev.tidemark.validation;

import dev.tidemark.run.Progress;
import dev.tidemark.run.state.SyncState;
import dev.tidemark.source.Snapshot;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.star.FactDate;
import dev.tidemark.star.Period;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.TableSync;
import dev.tidemark.star.Total;
import dev.tidemark.star.change.SourceChanges;
import dev.tidemark.star.rows.MappedRows;
import dev.tidemark.star.rows.RunLookups;
import dev.tidemark.star.rows.TableComparison;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.RowMerge;
import dev.tidemark.table.Scope;
import dev.tidemark.target.TargetSession;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;

/** Compares tables, one at a time. */
final class TableChecks {
    private final Snapshot source;
    private final TargetSession target;
    private final SourceChanges changes;
    private final Map<String, SyncState> states;
    private final Optional<Period> period;
    private final RunLookups lookups;
    private final TableComparison bothSides;
    private final Progress progress;

    TableChecks(
            Snapshot source,
            TargetSession target,
            SourceChanges changes,
            Map<String, SyncState> states,
            Optional<Period> period,
            Progress progress) {
        this.source = source;
        this.target = target;
        this.changes = changes;
        this.states = states;
        this.period = period;
        this.lookups = new RunLookups(source, target);
        this.bothSides = new TableComparison(source, target, progress);
        this.progress = progress;
    }

    TableCheck check(TableSync table) {
        return switch (table) {
            case SourceSync<?, ?> sync -> checkAgainstSource(sync);
            case DerivedSync<?> derived -> checkDerived(derived);
        };
    }

    private <S, T> TableCheck checkAgainstSource(SourceSync<S, T> sync) {
        DifferingRows<T> differing = new DifferingRows<>();
        compare(sync, differing);
        Optional<SyncState> state = SyncState.loaded(states, sync.name());
        KeySpans pending = pending(sync, state, differing);
        RowComparison<T> comparison = new RowComparison<>(
                sync.target(), state, key -> pending.contains(key.leading()), new MissingDimensions<>(sync, target));
        if (differing.isComplete()) {
            differing.tell(comparison);
        } else {
            compare(sync, comparison);
        }
        return comparison.result();
    }

    // The keys of rows that may have changed in the source. To find them, the source reads its tables once more.
    private KeySpans pending(SourceSync<?, ?> sync, Optional<SyncState> state, DifferingRows<?> differing) {
        if (state.isEmpty()) {
            return KeySpans.ALL;
        }
        if (differing.isEmpty()) {
            return KeySpans.NONE;
        }
        progress.work("fingerprints");
        progress.await();
        return changes.staleRows(sync);
    }

    private <S, T> void compare(SourceSync<S, T> sync, RowMerge.Visitor<T> visitor) {
        progress.work(sync.name());
        bothSides.walk(
                sync,
                scope(sync, FactDate::ofSource),
                scope(sync, FactDate::ofTarget),
                MappedRows.mapping(sync, lookups),
                visitor);
    }

    private <T> TableCheck checkDerived(DerivedSync<T> derived) {
        progress.work(derived.name());
        Optional<SyncState> state = SyncState.loaded(states, derived.name());
        RowComparison<T> comparison =
                new RowComparison<>(derived.target(), state, key -> false, MissingDimensions.none());
        LocalDateTime shown = state.map(SyncState::snapshotAt).orElse(source.takenAt());
        List<T> expected = derived.expectedRows(target::firstFrom, shown.toLocalDate()).toList();
        return target.streamRows(derived.target(), Scope.ALL, here -> {
            comparison.compare(expected.iterator(), here);
            return comparison.result();
        });
    }

    // The rows to compare: the facts of the period, or all rows of another table.
    private Scope scope(SourceSync<?, ?> sync, BiFunction<FactDate, Period, Scope> ofPeriod) {
        return sync.factDate()
                .flatMap(date -> period.map(days -> ofPeriod.apply(date, days)))
                .orElse(Scope.ALL);
    }

    /** The source's totals of the tables that have some, by the name of the table. */
    Map<String, SortedMap<Long, Total>> sourceTotals(SyncPlan plan) {
        return totals(plan, (sync, totals) -> totals.ofSource(source, sync, scope(sync, FactDate::ofSource)));
    }

    /** The warehouse's totals, likewise. */
    Map<String, SortedMap<Long, Total>> targetTotals(SyncPlan plan) {
        return totals(plan, (sync, totals) -> totals.ofTarget(target, sync, scope(sync, FactDate::ofTarget)));
    }

    private static Map<String, SortedMap<Long, Total>> totals(
            SyncPlan plan, BiFunction<SourceSync<?, ?>, ControlTotals, SortedMap<Long, Total>> ofTable) {
        Map<String, SortedMap<Long, Total>> found = new HashMap<>();
        plan.sourceSyncs().forEach(sync ->
                sync.controlTotals().ifPresent(totals -> found.put(sync.name(), ofTable.apply(sync, totals))));
        return found;
    }
}
