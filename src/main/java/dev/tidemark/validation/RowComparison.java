package dev.tidemark.validation;

import dev.tidemark.comparison.Verdict;
import dev.tidemark.run.state.SyncState;
import dev.tidemark.table.Key;
import dev.tidemark.table.RowMerge;
import dev.tidemark.table.TargetColumn;
import dev.tidemark.table.TargetTable;
import dev.tidemark.table.UtcText;
import dev.tidemark.validation.RowDifference.ColumnDifference;
import dev.tidemark.validation.RowDifference.Kind;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares two streams of rows in ascending order of their natural keys, in one pass and constant memory.
 *
 * @param <T> the record of a row
 */
public final class RowComparison<T> implements RowMerge.Visitor<T> {
    /** The most samples of each kind of difference. */
    static final int SAMPLES = 20;

    private final TargetTable<T> table;
    private final Optional<SyncState> state;
    private final Predicate<Key> isPending;
    private final MissingDimensions<T> missingDimensions;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<RowDifference> samples = new ArrayList<>();
    private long sourceRows;
    private long warehouseRows;
    private long pending;

    /**
     * A comparison of rows of {@code table}.
     *
     * @param state the table's state after its last load; empty if it was never loaded
     * @param isPending whether a row may have changed in the source since
     */
    public RowComparison(TargetTable<T> table, Optional<SyncState> state, Predicate<Key> isPending) {
        this(table, state, isPending, MissingDimensions.none());
    }

    /**
     * The same.
     *
     * @param missingDimensions finds references to missing rows of dimensions
     */
    RowComparison(
            TargetTable<T> table,
            Optional<SyncState> state,
            Predicate<Key> isPending,
            MissingDimensions<T> missingDimensions) {
        this.table = table;
        this.state = state;
        this.isPending = isPending;
        this.missingDimensions = missingDimensions;
    }

    /** Compares the rows. May be called once. */
    public void compare(Iterator<T> source, Iterator<T> warehouse) {
        RowMerge.walk(table, source, warehouse, this);
    }

    /** Counts {@code rows} rows that are the same on both sides. */
    void equal(long rows) {
        sourceRows += rows;
        warehouseRows += rows;
    }

    @Override
    public void missing(T row) {
        sourceRows++;
        noteOneSided(Kind.MISSING, row);
    }

    @Override
    public void extra(T row) {
        warehouseRows++;
        noteOneSided(Kind.EXTRA, row);
    }

    @Override
    public void both(T there, T here) {
        sourceRows++;
        warehouseRows++;
        if (there.equals(here)) {
            return;
        }
        if (isPending.test(key(there))) {
            pending++;
            return;
        }
        List<ColumnDifference> differences = differences(there, here);
        if (!differences.isEmpty()) {
            note(Kind.DIFFERENT, there, differences);
        }
    }

    @Override
    public void duplicate(T row) {
        warehouseRows++;
        note(Kind.DUPLICATE, row, List.of());
    }

    /** What the comparison found. */
    public TableCheck result() {
        long wrong = counts.values().stream().mapToLong(Long::longValue).sum();
        return new TableCheck(
                table.name(),
                state.map(SyncState::snapshotAt).map(at -> at.toInstant(ZoneOffset.UTC)).orElse(null),
                state.map(SyncState::lastUpdate).orElse(null),
                sourceRows,
                warehouseRows,
                count(Kind.MISSING),
                count(Kind.EXTRA),
                count(Kind.DIFFERENT),
                count(Kind.DUPLICATE),
                pending,
                List.copyOf(samples),
                wrong > 0 ? Verdict.DIFFERENT : pending > 0 ? Verdict.PENDING : Verdict.EQUAL);
    }

    // A row on one side may have changed and so moved into the period or out of it.
    private void noteOneSided(Kind kind, T row) {
        if (isPending.test(key(row))) {
            pending++;
        } else if (kind == Kind.MISSING || missingDimensions.of(row).isEmpty()) {
            note(kind, row, List.of());
        }
    }

    private void note(Kind kind, T row, List<ColumnDifference> columns) {
        if (counts.merge(kind, 1L, Long::sum) <= SAMPLES) {
            samples.add(new RowDifference(kind, table.key().describe(key(row)), columns));
        }
    }

    private List<ColumnDifference> differences(T there, T here) {
        List<ColumnDifference> differences = new ArrayList<>();
        Set<TargetColumn<T>> missing = missingDimensions.of(here);
        for (TargetColumn<T> column : table.columns()) {
            Object source = column.value().apply(there);
            Object warehouse = column.value().apply(here);
            if (!Objects.equals(source, warehouse) && !missing.contains(column)) {
                differences.add(new ColumnDifference(column.name(), text(source), text(warehouse)));
            }
        }
        return differences;
    }

    private long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private Key key(T row) {
        return table.keyOf(row);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> null;
            case LocalDateTime time -> UtcText.format(time);
            default -> value.toString();
        };
    }
}
