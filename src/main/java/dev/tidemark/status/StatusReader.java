package dev.tidemark.status;

import dev.tidemark.concurrent.Background;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.History;
import dev.tidemark.run.States;
import dev.tidemark.run.SyncRun;
import dev.tidemark.run.SyncState;
import dev.tidemark.run.Validations;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.source.Source;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the state of a warehouse. Asks the source only for its clock; an unreachable source is not a failure. */
public final class StatusReader {
    private final Source source;
    private final Target target;
    private final SyncPlan plan;
    private final Clock clock;

    /**
     * A reader of {@code target}.
     *
     * @param clock this machine's clock, used if the source cannot be reached
     */
    public StatusReader(Source source, Target target, SyncPlan plan, Clock clock) {
        this.source = source;
        this.target = target;
        this.plan = plan;
        this.clock = clock;
    }

    /** The state with the last {@code runs} runs. */
    public StatusResult read(int runs) {
        Background<SourceState> asked = Background.of(this::sourceState);
        target.requireTables(plan.names());
        return target.read(session -> read(session, runs, asked::get));
    }

    /** The same in this transaction, by this machine's clock: the source is not asked. */
    public StatusResult readAlone(TargetSession session, int runs) {
        return read(session, runs, () -> new SourceState(Optional.empty(), Optional.empty()));
    }

    private StatusResult read(TargetSession session, int runs, Supplier<SourceState> asked) {
        Map<String, SyncState> states = States.read(session);
        List<SyncRun> latest = History.latest(session, runs);
        boolean alive = WarehouseLock.isHeld(target.path());
        SourceState state = asked.get();
        Instant now = state.time().orElseGet(clock::instant);
        return new StatusResult(
                target.path().toString(),
                target.bytes(),
                source.address(),
                state.time().orElse(null),
                state.failure().orElse(null),
                plan.tables().stream()
                        .map(table -> table(states.get(table.name()), table.name(), now))
                        .toList(),
                latest.stream().map(run -> run(run, alive)).toList(),
                History.lastSuccess(session, latest).map(StatusReader::instant).orElse(null),
                Validations.last(session).map(ValidationStatus::of).orElse(null));
    }

    private SourceState sourceState() {
        try {
            return new SourceState(
                    Optional.of(instant(source.clock().truncatedTo(ChronoUnit.SECONDS))),
                    Optional.empty());
        } catch (TidemarkException unreachable) {
            return new SourceState(Optional.empty(), Optional.of(unreachable.getMessage()));
        }
    }

    private static StatusResult.Table table(SyncState state, String name, Instant now) {
        if (state == null || !state.isLoaded()) {
            return new StatusResult.Table(name, state == null ? 0 : state.rows(), null, null, null);
        }
        Instant snapshotAt = instant(state.snapshotAt());
        long lag = Math.max(0, Duration.between(snapshotAt, now).toSeconds());
        return new StatusResult.Table(name, state.rows(), state.lastUpdate(), snapshotAt, lag);
    }

    private static StatusResult.Run run(SyncRun run, boolean alive) {
        return new StatusResult.Run(
                run.id(),
                run.command(),
                instant(run.startedAt()),
                run.finishedAt() == null ? null : instant(run.finishedAt()),
                run.outcomeNow(alive),
                run.counts(),
                run.message());
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private record SourceState(Optional<Instant> time, Optional<String> failure) {}
}
