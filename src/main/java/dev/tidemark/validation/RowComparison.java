package dev.tidemark.validation;

import dev.tidemark.engine.RowMerge;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.validation.RowDifference.ColumnDifference;
import dev.tidemark.validation.RowDifference.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;

/**
 * Compares two streams of rows in ascending order of their natural keys, in one pass and constant memory.
 *
 * @param <T> the record of a row
 */
final class RowComparison<T> implements RowMerge.Visitor<T> {
    /** The most differences of a kind that are named. */
    static final int SAMPLES = 20;

    private final TargetTable<T> table;
    private final LongPredicate pendingKey;
    private final LongPredicate pendingKeyOfOneSide;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<RowDifference> samples = new ArrayList<>();
    private long sourceRows;
    private long warehouseRows;
    private long pending;

    /**
     * A comparison of rows of {@code table}.
     *
     * @param pendingKey tells the rows that the source changed since the table's watermark
     * @param pendingKeyOfOneSide tells the rows that came or went since
     */
    RowComparison(TargetTable<T> table, LongPredicate pendingKey, LongPredicate pendingKeyOfOneSide) {
        this.table = table;
        this.pendingKey = pendingKey;
        this.pendingKeyOfOneSide = pendingKeyOfOneSide;
    }

    /** Compares; each instance does so once. */
    TableCheck compare(Iterator<T> source, Iterator<T> warehouse) {
        RowMerge.walk(table, source, warehouse, this);
        return result();
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
        if (pendingKey.test(key(there))) {
            pending++;
        } else {
            note(Kind.DIFFERENT, there, differences(there, here));
        }
    }

    @Override
    public void duplicate(T row) {
        warehouseRows++;
        note(Kind.DUPLICATE, row, List.of());
    }

    private TableCheck result() {
        long wrong = counts.values().stream().mapToLong(Long::longValue).sum();
        return new TableCheck(
                table.name(),
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

    // A row that changed may be on one side because it moved into the period or out of it.
    private void noteOneSided(Kind kind, T row) {
        if (pendingKey.test(key(row)) || pendingKeyOfOneSide.test(key(row))) {
            pending++;
        } else {
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
        for (TargetColumn<T> column : table.columns()) {
            Object source = column.value().apply(there);
            Object warehouse = column.value().apply(here);
            if (!Objects.equals(source, warehouse)) {
                differences.add(new ColumnDifference(column.name(), text(source), text(warehouse)));
            }
        }
        return differences;
    }

    private long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private long key(T row) {
        return table.keyOf().applyAsLong(row);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
