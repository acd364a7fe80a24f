package dev.tidemark.copy.load;

import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.state.MappedRow;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.copy.target.CopyTransaction;
import dev.tidemark.copy.value.RowKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Removes rows from the target that should not be there: those that are gone in the source, those that can no longer be
 * carried over, and those that refer to any of them.
 */
final class Removal {
    private static final int ROWS_TOGETHER = 1_000;

    private final CopyPlan plan;
    private final List<CopyTable> tables;
    private final ToLongFunction<CopyTable> numbers;
    private final CopyTransaction target;
    private final RowMap map;

    /**
     * The removal from {@code tables}, parents before children.
     *
     * @param numbers the numbers of tables in the state
     */
    Removal(
            CopyPlan plan,
            List<CopyTable> tables,
            ToLongFunction<CopyTable> numbers,
            CopyTransaction target,
            RowMap map) {
        this.plan = plan;
        this.tables = tables;
        this.numbers = numbers;
        this.target = target;
        this.map = map;
    }

    /** Marks the rows that refer to a row which will be removed, over any number of steps. Returns how many. */
    long markOrphans() {
        long all = 0;
        long marked;
        do {
            marked = 0;
            for (CopyTable parent : tables) {
                marked += markChildren(parent);
            }
            all += marked;
        } while (marked > 0);
        return all;
    }

    /** How many rows of a table would be removed. */
    long count(CopyTable table) {
        return map.countToRemove(numbers.applyAsLong(table));
    }

    /** Makes the rows that are marked in this table let go of rows that are removed before them. */
    void detach(CopyTable table) {
        List<Integer> positions = table.references().stream()
                .filter(reference -> tables.indexOf(plan.parent(reference)) >= tables.indexOf(table))
                .flatMap(reference -> reference.columns().stream())
                .filter(position -> !table.columns().get(position).required())
                .distinct()
                .toList();
        if (!positions.isEmpty()) {
            eachPage(table, rows -> target.detach(table, positions, targetKeys(table, rows)));
        }
    }

    /**
     * Removes what is marked in this table, whose children come before it; it stays marked. Returns how many rows of the
     * target.
     */
    long remove(CopyTable table) {
        long[] deleted = new long[1];
        eachPage(table, rows -> deleted[0] += target.delete(table, targetKeys(table, rows)));
        return deleted[0];
    }

    private long markChildren(CopyTable parent) {
        long[] marked = new long[1];
        eachPage(parent, rows -> {
            for (CopyTable child : tables) {
                for (CopyReference reference : child.references()) {
                    if (plan.parent(reference).equals(parent)) {
                        marked[0] += mark(child, reference, parent, targetKeys(parent, rows));
                    }
                }
            }
        });
        return marked[0];
    }

    // The rows of a page stay marked.
    private void eachPage(CopyTable table, Consumer<List<MappedRow>> page) {
        long number = numbers.applyAsLong(table);
        boolean mayShareKeys = table.assigned().isEmpty() && map.hasTargetKeys(number);
        List<MappedRow> rows = map.toRemove(number, null, ROWS_TOGETHER);
        while (!rows.isEmpty()) {
            page.accept(mayShareKeys ? withoutHeld(number, rows) : rows);
            rows = map.toRemove(number, rows.getLast().sourceKey(), ROWS_TOGETHER);
        }
    }

    // The key of a row that is gone may be another row's by now, for which its row in the target stays.
    private List<MappedRow> withoutHeld(long number, List<MappedRow> rows) {
        Set<ByteBuffer> held = map.rowsInTarget(number, rows.stream().map(MappedRow::keyInTarget).toList()).stream()
                .filter(row -> row.status().isInTarget())
                .map(row -> ByteBuffer.wrap(row.keyInTarget()))
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> !held.contains(ByteBuffer.wrap(row.keyInTarget())))
                .toList();
    }

    private long mark(CopyTable child, CopyReference reference, CopyTable parent, List<List<Object>> parentKeys) {
        long number = numbers.applyAsLong(child);
        List<byte[]> referring = target.referring(child, reference, parent, parentKeys).stream()
                .map(RowKey::of)
                .toList();
        List<MappedRow> orphans = map.rowsInTarget(number, referring).stream()
                .filter(row -> row.status().isInTarget())
                .map(row -> row.leftOut(
                        RowStatus.PARENT_MISSING,
                        "it refers to a row of %s that is not carried over".formatted(parent.source())))
                .toList();
        map.put(number, orphans);
        return orphans.size();
    }

    private static List<List<Object>> targetKeys(CopyTable table, List<MappedRow> rows) {
        return rows.stream().map(row -> RowTyping.targetKey(table, row.keyInTarget())).toList();
    }
}
