package dev.tidemark.validation;

import dev.tidemark.comparison.Verdict;
import dev.tidemark.concurrent.InParallel;
import dev.tidemark.concurrent.Prefetch;
import dev.tidemark.run.Progress;
import dev.tidemark.run.SyncState;
import dev.tidemark.source.Snapshot;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.star.FactDate;
import dev.tidemark.star.Period;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.TableSync;
import dev.tidemark.star.change.SourceChanges;
import dev.tidemark.star.rows.MappedRows;
import dev.tidemark.star.rows.RunLookups;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.Scope;
import dev.tidemark.target.TargetSession;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Compares tables, one at a time. */
final class TableChecks {
    private final Snapshot source;
    private final TargetSession target;
    private final SourceChanges changes;
    private final Map<String, SyncState> states;
    private final Optional<Period> period;
    private final RunLookups lookups;
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
                sync.target(), state, key -> pending.contains(key.leading()), new MissingDimensions<>(sync, target));
        Function<S, Optional<T>> mapping = MappedRows.mapping(sync, lookups);
        Scope there = scope(sync, FactDate::ofSource);
        if (progress.isShown() && there.equals(Scope.ALL)) {
            progress.expect(source.estimatedRows(sync.source()));
        }
        progress.await();
        return target.streamRows(sync.target(), scope(sync, FactDate::ofTarget), here -> {
            Prefetch.<T>read(
                    next -> source.rows(sync.source(), there, rows -> {
                        next.accept(MappedRows.of(rows, mapping));
                        return there;
                    }),
                    mapped -> comparison.compare(progress.counting(mapped), here),
                    source::abandon);
            return comparison.result();
        });
    }

    private <T> TableCheck checkDerived(DerivedSync<T> derived) {
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

    /** The totals of a table. Totals that differ are pending if the verdict {@code ofRows} is, else wrong. */
    List<TotalCheck> totals(SourceSync<?, ?> sync, Verdict ofRows) {
        return sync.controlTotals().map(totals -> totals(sync, totals, ofRows)).orElse(List.of());
    }

    private List<TotalCheck> totals(SourceSync<?, ?> sync, ControlTotals totals, Verdict ofRows) {
        return InParallel.ask(
                () -> totals.ofSource(source, sync, scope(sync, FactDate::ofSource)),
                () -> totals.ofTarget(target, sync, scope(sync, FactDate::ofTarget)),
                (there, here) -> TotalCheck.of(sync.name(), totals, there, here, ofRows),
                source::abandon);
    }
}
