package dev.tidemark.validation;

import dev.tidemark.comparison.Verdict;
import dev.tidemark.concurrent.InParallel;
import dev.tidemark.run.Progress;
import dev.tidemark.run.state.SourceRecord;
import dev.tidemark.run.state.States;
import dev.tidemark.run.state.SyncState;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.Source;
import dev.tidemark.star.Period;
import dev.tidemark.star.SourceRequirements;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.Total;
import dev.tidemark.star.change.SourceChanges;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import dev.tidemark.validation.ValidationResult.OrphanCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Function;

/** Compares one state of the source with one state of the warehouse. */
public final class Validator {
    private final Source source;
    private final Target target;
    private final SyncPlan plan;
    private final Clock clock;
    private final Progress progress;

    /** A validator of {@code target} against {@code source} that reports to {@code progress}. */
    public Validator(
            Source source, Target target, SyncPlan plan, Clock clock, Progress progress) {
        this.clock = clock;
        this.progress = progress;
        this.source = source;
        this.target = target;
        this.plan = plan;
    }

    /**
     * Compares dimensions and bridges whole, and the facts of a period. A warehouse that was never filled is a
     * warehouse failure.
     *
     * @param period gives the period for the source's current date, UTC; empty for all facts
     */
    public ValidationResult validate(Function<LocalDate, Optional<Period>> period) {
        try (TargetSession session = target.begin()) {
            Map<String, SyncState> states = States.readLoaded(session, target);
            try (Snapshot snapshot = source.snapshot()) {
                SourceRequirements.of(plan).requireColumns(snapshot);
                return validate(snapshot, session, states, period.apply(snapshot.takenAt().toLocalDate()));
            }
        }
    }

    private ValidationResult validate(
            Snapshot snapshot,
            TargetSession session,
            Map<String, SyncState> states,
            Optional<Period> period) {
        SourceChanges changes = new SourceChanges(
                snapshot,
                session,
                plan.fingerprintedTables(),
                SourceRecord.of(snapshot.server(), source.address(), snapshot.takenAt(), LocalDateTime.now(clock)),
                table -> false);
        TableChecks checks = new TableChecks(snapshot, session, changes, states, period, progress);
        List<TableCheck> tables = plan.tables().stream().map(checks::check).toList();
        progress.work("totals and foreign keys");
        ValidationResult result = InParallel.ask(
                () -> checks.sourceTotals(plan),
                () -> new TargetFigures(checks.targetTotals(plan), orphans(session)),
                (there, here) -> ValidationResult.of(
                        plan,
                        period,
                        facts -> newestFact(session, facts),
                        snapshotAt(states).truncatedTo(ChronoUnit.SECONDS).toInstant(ZoneOffset.UTC),
                        tables,
                        totals(there, here.totals(), tables),
                        here.orphans()),
                snapshot::abandon);
        progress.end();
        return result;
    }

    private List<TotalCheck> totals(
            Map<String, SortedMap<Long, Total>> source,
            Map<String, SortedMap<Long, Total>> target,
            List<TableCheck> tables) {
        return plan.sourceSyncs().stream()
                .flatMap(sync -> sync.controlTotals().stream().flatMap(totals -> TotalCheck.of(
                        sync.name(),
                        totals,
                        source.get(sync.name()),
                        target.get(sync.name()),
                        verdictOf(sync.name(), tables)).stream()))
                .toList();
    }

    private static List<OrphanCheck> orphans(TargetSession session) {
        return session.orphans().stream()
                .map(orphan -> new OrphanCheck(orphan.table(), orphan.row(), orphan.parent()))
                .toList();
    }

    private static Optional<LocalDate> newestFact(TargetSession session, List<SourceSync<?, ?>> facts) {
        return facts.stream()
                .map(sync -> session.last(sync.factDate().orElseThrow().target()))
                .flatMapToLong(OptionalLong::stream)
                .boxed()
                .max(Long::compare)
                .map(Period::dayOf);
    }

    private static LocalDateTime snapshotAt(Map<String, SyncState> states) {
        return states.values().stream()
                .map(SyncState::snapshotAt)
                .filter(Objects::nonNull)
                .min(LocalDateTime::compareTo).orElseThrow();
    }

    private static Verdict verdictOf(String table, List<TableCheck> checks) {
        return checks.stream().filter(check -> check.table().equals(table)).findFirst().orElseThrow().verdict();
    }

    /** What the warehouse finds while the source sums up. */
    private record TargetFigures(Map<String, SortedMap<Long, Total>> totals, List<OrphanCheck> orphans) {}
}
