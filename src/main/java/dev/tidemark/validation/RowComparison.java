package dev.tidemark.validation;

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
final class RowComparison<T> {
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
     * @param pendingKey tells the rows that the source changed after the warehouse's snapshot
     * @param pendingKeyOfOneSide tells the rows that came or went since
     */
    RowComparison(TargetTable<T> table, LongPredicate pendingKey, LongPredicate pendingKeyOfOneSide) {
        this.table = table;
        this.pendingKey = pendingKey;
        this.pendingKeyOfOneSide = pendingKeyOfOneSide;
    }

    /** Compares; each instance does so once. */
    TableCheck compare(Iterator<T> source, Iterator<T> warehouse) {
        T there = nextOfSource(source);
        T here = nextOfWarehouse(warehouse, null);
        while (there != null || here != null) {
            int order = order(there, here);
            if (order < 0) {
                oneSided(Kind.MISSING, there);
            } else if (order > 0) {
                oneSided(Kind.EXTRA, here);
            } else if (!there.equals(here)) {
                different(there, here);
            }
            there = order <= 0 ? nextOfSource(source) : there;
            here = order >= 0 ? nextOfWarehouse(warehouse, here) : here;
        }
        return result();
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

    private int order(T there, T here) {
        return there == null ? 1 : here == null ? -1 : Long.compare(key(there), key(here));
    }

    private void oneSided(Kind kind, T row) {
        if (pendingKeyOfOneSide.test(key(row)) || kind == Kind.MISSING && pendingKey.test(key(row))) {
            pending++;
        } else {
            note(kind, row, List.of());
        }
    }

    private void different(T there, T here) {
        if (pendingKey.test(key(there))) {
            pending++;
        } else {
            note(Kind.DIFFERENT, there, differences(there, here));
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

    private T nextOfSource(Iterator<T> rows) {
        if (!rows.hasNext()) {
            return null;
        }
        sourceRows++;
        return rows.next();
    }

    private T nextOfWarehouse(Iterator<T> rows, T previous) {
        while (rows.hasNext()) {
            T row = rows.next();
            warehouseRows++;
            if (previous == null || key(row) != key(previous)) {
                return row;
            }
            note(Kind.DUPLICATE, row, List.of());
        }
        return null;
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
