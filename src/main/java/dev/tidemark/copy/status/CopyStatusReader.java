package dev.tidemark.copy.status;

import static dev.tidemark.copy.state.AttemptTable.COPY_ATTEMPT;
import static dev.tidemark.copy.state.TableOutcomeTable.COPY_RESULT;
import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.copy.load.BadRow;
import dev.tidemark.copy.load.RejectedRows;
import dev.tidemark.copy.rows.TableStates;
import dev.tidemark.copy.state.Attempt;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.state.TableOutcome;
import dev.tidemark.copy.state.TableState;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.run.history.History;
import dev.tidemark.run.history.SyncRun;
import dev.tidemark.run.history.TableRun;
import dev.tidemark.run.history.Validations;
import dev.tidemark.status.ValidationStatus;
import dev.tidemark.table.Column;
import dev.tidemark.table.Scope;
import dev.tidemark.target.TargetSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the state of a copy from the file with its records alone: neither end of the copy is asked. */
public final class CopyStatusReader {
    private final String source;
    private final String target;
    private final CopyState state;
    private final Predicate<String> skips;
    private final Clock clock;

    /**
     * A reader of {@code state}.
     *
     * @param source where the source is, for people
     * @param target where the target is, for people
     * @param skips tells by its name in the source whether a table is left out now
     * @param clock this machine's clock
     */
    public CopyStatusReader(
            String source, String target, CopyState state, Predicate<String> skips, Clock clock) {
        this.source = source;
        this.target = target;
        this.state = state;
        this.skips = skips;
        this.clock = clock;
    }

    /** The state with the last {@code runs} runs. */
    public CopyStatusResult read(int runs) {
        return state.file().read(records -> read(records, runs));
    }

    /** The same in this transaction. */
    public CopyStatusResult read(TargetSession records, int runs) {
        List<TableState> tables = tables(records);
        Map<Long, TableOutcome> loads = lastLoads(records, tables);
        List<SyncRun> latest = History.latest(records, runs);
        List<Attempt> attempts = attempts(records, latest);
        boolean alive = WarehouseLock.isHeld(state.file().path());
        Instant now = clock.instant();
        return new CopyStatusResult(
                state.file().path().toString(),
                state.file().bytes(),
                source,
                target,
                tables.stream().map(table -> table(table, loads.get(table.id()), now)).toList(),
                latest.stream().map(run -> run(run, attempts, alive)).toList(),
                History.lastSuccess(records, latest).map(CopyStatusReader::instant).orElse(null),
                Validations.last(records).map(ValidationStatus::of).orElse(null));
    }

    /** What runs did with each table, in the order of runs. */
    public List<TableRun> tableRuns(TargetSession records) {
        Map<Long, String> names = tables(records).stream()
                .collect(Collectors.toMap(TableState::id, TableState::tableName));
        return records.rows(COPY_RESULT).stream()
                .filter(outcome -> names.containsKey(outcome.tableId()) && outcome.message() == null)
                .map(outcome -> new TableRun(
                        outcome.runId(),
                        names.get(outcome.tableId()),
                        outcome.total(),
                        outcome.inserted(),
                        outcome.updated(),
                        outcome.deleted()))
                .toList();
    }

    /** Calls {@code reader} with the rows that were left out, table by table, in the order of their keys. */
    public <R> R rejected(Function<Stream<BadRow>, R> reader) {
        try (StateSession session = state.begin()) {
            return reader.apply(rejected(session));
        }
    }

    /** The same in this transaction; the stream is valid only during it. */
    public Stream<BadRow> rejected(StateSession session) {
        return tables(session.records()).stream()
                .flatMap(table -> RejectedRows.of(table.tableName(), table.id(), session.rows()));
    }

    // A table that is left out since would seem to lag behind more and more.
    private List<TableState> tables(TargetSession records) {
        return records.rows(COPY_TABLE).stream()
                .filter(table -> !skips.test(table.tableName()))
                .toList();
    }

    // A run that failed for a table leaves the table's state, so later runs than that of the state are looked at.
    private static Map<Long, TableOutcome> lastLoads(TargetSession records, List<TableState> tables) {
        Map<Long, TableOutcome> last = new HashMap<>();
        long first = tables.stream()
                .mapToLong(table -> table.runId() == null ? 0 : table.runId())
                .min()
                .orElse(Long.MAX_VALUE);
        return records.streamRows(COPY_RESULT, from(COPY_RESULT.runId, first), outcomes -> {
            outcomes.forEachRemaining(outcome -> last.put(outcome.tableId(), outcome));
            return last;
        });
    }

    private static List<Attempt> attempts(TargetSession records, List<SyncRun> latest) {
        return latest.isEmpty()
                ? List.of()
                : records.streamRows(
                        COPY_ATTEMPT, from(COPY_ATTEMPT.runId, latest.getLast().id()), CopyStatusReader::list);
    }

    private static Scope from(Column<Long> runId, long first) {
        return new Scope.Between<>(runId, first, Long.MAX_VALUE);
    }

    private static <E> List<E> list(Iterator<E> elements) {
        List<E> list = new ArrayList<>();
        elements.forEachRemaining(list::add);
        return list;
    }

    private static CopyStatusResult.Table table(TableState table, TableOutcome last, Instant now) {
        Instant snapshotAt = table.snapshotAt() == null ? null : instant(table.snapshotAt());
        return new CopyStatusResult.Table(
                table.tableName(),
                TableStates.target(table),
                table.rows(),
                table.mapped(),
                table.rejected(),
                snapshotAt,
                snapshotAt == null ? null : Math.max(0, Duration.between(snapshotAt, now).toSeconds()),
                last == null ? null : load(last));
    }

    private static CopyStatusResult.Load load(TableOutcome outcome) {
        return new CopyStatusResult.Load(
                outcome.runId(),
                outcome.total(),
                outcome.inserted(),
                outcome.updated(),
                outcome.deleted(),
                outcome.skipped(),
                outcome.failed(),
                outcome.milliseconds(),
                outcome.message());
    }

    private static CopyStatusResult.Run run(SyncRun run, List<Attempt> attempts, boolean alive) {
        boolean ended = run.finishedAt() != null;
        return new CopyStatusResult.Run(
                run.id(),
                run.command(),
                instant(run.startedAt()),
                ended ? instant(run.finishedAt()) : null,
                ended ? Duration.between(run.startedAt(), run.finishedAt()).toSeconds() : null,
                run.outcomeNow(alive),
                run.counts(),
                attempts.stream()
                        .filter(attempt -> attempt.runId() == run.id())
                        .map(attempt -> new CopyStatusResult.FailedAttempt(
                                attempt.attempt(), instant(attempt.failedAt()), attempt.message()))
                        .toList(),
                run.message());
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
