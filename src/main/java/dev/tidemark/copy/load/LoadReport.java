package dev.tidemark.copy.load;

import static dev.tidemark.copy.state.TableOutcomeTable.COPY_RESULT;
import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.rows.TableStates;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.copy.state.TableOutcome;
import dev.tidemark.copy.state.TableState;
import dev.tidemark.run.Counts;
import dev.tidemark.target.TargetSession;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a load did with its tables: counted, for the user and for the state. */
final class LoadReport {
    private final List<CopyTable> tables;
    private final Map<CopyTable, TableCount> counts;
    private final Map<CopyTable, ChangeMarker> markers;
    private final Steps steps;
    private final TableStates states;
    private final Optional<String> sourceMark;

    LoadReport(
            List<CopyTable> tables,
            Map<CopyTable, TableCount> counts,
            Map<CopyTable, ChangeMarker> markers,
            Steps steps,
            TableStates states,
            Optional<String> sourceMark) {
        this.tables = tables;
        this.counts = counts;
        this.markers = markers;
        this.steps = steps;
        this.states = states;
        this.sourceMark = sourceMark;
    }

    /** The number of rows of these tables that are left out. */
    long failed(List<CopyTable> some, RowMap map) {
        return some.stream().mapToLong(table -> failed(table, map)).sum();
    }

    /** The first of them. */
    List<BadRow> badRows(List<CopyTable> some, RowMap map) {
        return some.stream()
                .flatMap(table -> RejectedRows.of(table.source(), states.number(table), map))
                .limit(CopyResult.NAMED)
                .toList();
    }

    /** The result for the user, except the time that it took. */
    CopyResult result(String command, long runId, Instant snapshotAt, RowMap map) {
        List<CopyTableResult> results = tables.stream().map(table -> result(table, map)).toList();
        return new CopyResult(
                command,
                runId,
                snapshotAt,
                results.stream().allMatch(CopyTableResult::isComplete),
                results,
                results.stream().mapToLong(CopyTableResult::failed).sum(),
                badRows(tables, map),
                total(results),
                0,
                tables.stream().flatMap(this::notes).toList());
    }

    /** Records in the state what {@code load}, made by {@link #result}, says of the tables. */
    void record(CopyResult load, TargetSession records) {
        long runId = load.runId();
        List<TableState> tableStates = new ArrayList<>();
        List<TableOutcome> outcomes = new ArrayList<>();
        for (int index = 0; index < tables.size(); index++) {
            CopyTable table = tables.get(index);
            CopyTableResult result = load.tables().get(index);
            if (steps.failure(table).isEmpty()) {
                tableStates.add(state(table, result, runId, load.snapshotAt()));
            }
            outcomes.add(new TableOutcome(
                    runId,
                    states.number(table),
                    result.total(),
                    result.inserted(),
                    result.updated(),
                    result.deleted(),
                    result.skipped(),
                    result.failed(),
                    result.milliseconds(),
                    result.message()));
        }
        records.upsert(COPY_TABLE, tableStates);
        records.upsert(COPY_RESULT, outcomes);
    }

    private TableState state(CopyTable table, CopyTableResult result, long runId, Instant snapshotAt) {
        // After a load by timestamps, which reads some rows only, the others are as they were.
        long rows = counts.get(table).isPartial()
                ? states.of(table).map(TableState::rows).orElse(0L) + result.inserted()
                : result.total();
        return new TableState(
                states.number(table),
                table.source(),
                states.description(table),
                rows,
                rows - result.failed(),
                result.failed(),
                Optional.ofNullable(markers.get(table)).map(ChangeMarker::text).orElse(null),
                LocalDateTime.ofInstant(snapshotAt, ZoneOffset.UTC),
                counts.get(table).isPartial() ? null : sourceMark.orElse(null),
                runId);
    }

    private CopyTableResult result(CopyTable table, RowMap map) {
        TableCount count = counts.get(table);
        Optional<String> failure = steps.failure(table);
        TableCount done = failure.isEmpty() ? count : new TableCount();
        long failed = failure.isEmpty() ? failed(table, map) : count.total();
        return new CopyTableResult(
                table.source(),
                table.target(),
                count.total(),
                done.inserted(),
                done.updated(),
                done.deleted(),
                Math.max(0, count.total() - failed - done.inserted() - done.updated()),
                failed,
                done.adopted(),
                count.total() * 1_000 / Math.max(1, count.milliseconds()),
                count.milliseconds(),
                failure.orElse(null));
    }

    private long failed(CopyTable table, RowMap map) {
        long number = states.number(table);
        return counts.get(table).duplicates()
                + map.count(number, RowStatus.REJECTED)
                + map.count(number, RowStatus.PARENT_MISSING);
    }

    private static Counts total(List<CopyTableResult> results) {
        return results.stream()
                .map(table -> new Counts(
                        table.total(), table.inserted(), table.updated(), table.deleted(), table.skipped()))
                .reduce(Counts.NONE, Counts::plus);
    }

    private Stream<String> notes(CopyTable table) {
        List<String> notes = new ArrayList<>();
        if (states.isUnconfirmed(table)) {
            notes.add("The last run did not complete %s; every row of it was compared.".formatted(table.source()));
        } else if (states.changed(table)) {
            notes.add("The configuration of %s is not that of the last run; every row of it was compared."
                    .formatted(table.source()));
        }
        if (counts.get(table).adopted() > 0) {
            notes.add("%,d rows of %s were in the target already, and are taken for rows of the source now."
                    .formatted(counts.get(table).adopted(), table.source()));
        }
        if (counts.get(table).isPartial()) {
            notes.add("Changes of %s were found by their times alone: rows that are gone, and rows whose time did not"
                    .formatted(table.source()) + " move, wait for an incremental with --detect content.");
        }
        return notes.stream();
    }
}
