package dev.tidemark.status;

import dev.tidemark.concurrent.Background;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.run.history.History;
import dev.tidemark.run.history.SyncRun;
import dev.tidemark.run.history.Validations;
import dev.tidemark.run.state.States;
import dev.tidemark.run.state.SyncState;
import dev.tidemark.source.Source;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
        Background<SourceTime> asked = Background.of(() -> SourceTime.of(source));
        target.requireTables(plan.names());
        return target.read(session -> read(session, runs, asked::get));
    }

    /** The same in this transaction, by this machine's clock: the source is not asked. */
    public StatusResult readAlone(TargetSession session, int runs) {
        return read(session, runs, () -> SourceTime.UNASKED);
    }

    private StatusResult read(TargetSession session, int runs, Supplier<SourceTime> asked) {
        Map<String, SyncState> states = States.read(session);
        List<SyncRun> latest = History.latest(session, runs);
        boolean alive = WarehouseLock.isHeld(target.path());
        SourceTime there = asked.get();
        Instant now = there.or(clock);
        return new StatusResult(
                target.path().toString(),
                target.bytes(),
                source.address(),
                there.time(),
                there.failure(),
                plan.tables().stream()
                        .map(table -> table(states.get(table.name()), table.name(), now))
                        .toList(),
                latest.stream().map(run -> run(run, alive)).toList(),
                History.lastSuccess(session, latest).map(StatusReader::instant).orElse(null),
                Validations.last(session).map(ValidationStatus::of).orElse(null));
    }

    private static StatusResult.Table table(SyncState state, String name, Instant now) {
        if (state == null || !state.isLoaded()) {
            return StatusResult.Table.unloaded(name, state == null ? 0 : state.rows());
        }
        return StatusResult.Table.loaded(name, state.rows(), state.lastUpdate(), instant(state.snapshotAt()), now);
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
}
