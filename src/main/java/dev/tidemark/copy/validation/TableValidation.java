package dev.tidemark.copy.validation;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.rows.Candidate;
import dev.tidemark.copy.rows.References;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.state.MappedRow;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.copy.target.CopyTransaction;
import dev.tidemark.copy.target.CopyTransaction.FoundRow;
import dev.tidemark.copy.value.RowKey;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Accounts for the rows of one table on both sides: which should be in the target, and which of those are. */
final class TableValidation {
    private final CopyTable table;
    private final RowMap map;
    private final References references;
    private final CopyTransaction target;
    private final boolean deletes;
    private final RowComparison comparison;
    private long sourceRows;
    private long carried;
    private long pending;
    private long rejected;
    private long kept;
    private long found;

    /**
     * The validation of {@code table}.
     *
     * @param map the rows in the state
     * @param references follows the references to ids that the target gave
     * @param deletes whether rows that are gone in the source are to be removed
     */
    TableValidation(
            CopyTable table,
            RowMap map,
            References references,
            CopyTransaction target,
            boolean deletes) {
        this.table = table;
        this.map = map;
        this.references = references;
        this.target = target;
        this.deletes = deletes;
        this.comparison = new RowComparison(table);
    }

    /** Takes some keys, at most as many as the target can be asked for at once. */
    void take(List<ComparedKey> keys) {
        keys.forEach(this::count);
        Map<ByteBuffer, Object[]> actual = actual(keys);
        found += actual.size();
        List<Candidate> unchanged = keys.stream()
                .filter(key -> key.unchanged() != null)
                .map(ComparedKey::unchanged)
                .toList();
        references.learn(unchanged, map);
        unchanged.forEach(row -> compare(row, actual.get(ByteBuffer.wrap(row.key()))));
    }

    RowComparison comparison() {
        return comparison;
    }

    long sourceRows() {
        return sourceRows;
    }

    long carried() {
        return carried;
    }

    long pending() {
        return pending;
    }

    long rejected() {
        return rejected;
    }

    /** Rows of the target that come from rows of the source, of today or before. */
    long found() {
        return found;
    }

    /** Whether the target is to have the rows of the source, and those only. */
    boolean isWhole() {
        return pending == 0 && rejected == 0 && kept == 0;
    }

    private void count(ComparedKey key) {
        MappedRow row = key.known();
        sourceRows += key.rows();
        if (row == null) {
            pending += key.rows();
            return;
        }
        carried += row.status() == RowStatus.CARRIED ? 1 : 0;
        if (key.rows() == 0) {
            pending += row.present() && deletes ? 1 : 0;
            kept += row.present() && !deletes ? 1 : 0;
        } else if (row.status() == RowStatus.REJECTED || row.status() == RowStatus.PARENT_MISSING) {
            rejected += key.rows();
        } else if (key.unchanged() == null) {
            pending += key.rows();
        }
    }

    // The rows of the target by the keys of the source.
    private Map<ByteBuffer, Object[]> actual(List<ComparedKey> keys) {
        Map<ByteBuffer, MappedRow> wanted = new LinkedHashMap<>();
        keys.stream()
                .map(ComparedKey::known)
                .filter(known -> known != null && known.present())
                .forEach(row -> wanted.merge(
                        ByteBuffer.wrap(row.keyInTarget()),
                        row,
                        // A row that is gone, but is kept, may have left its key to another one.
                        (one, other) -> one.status().isInTarget() ? one : other));
        List<List<Object>> targetKeys = wanted.keySet().stream()
                .map(key -> RowTyping.targetKey(table, key.array()))
                .toList();
        // For the key of a padded text, a collation may find the row of another key.
        return target.rows(table, targetKeys).stream()
                .filter(row -> wanted.containsKey(bytes(row)))
                .collect(Collectors.toMap(
                        row -> ByteBuffer.wrap(wanted.get(bytes(row)).sourceKey()), FoundRow::values));
    }

    private void compare(Candidate row, Object[] actual) {
        String key = RowKey.text(row.key());
        if (row.problem() != null) {
            comparison.different(key, List.of());
            return;
        }
        List<CopyReference> unknown = references.follow(row);
        if (actual != null) {
            // What only the target knows: ids that it gave, of this row and of parents that the state lost since.
            table.assigned().ifPresent(position -> row.typed()[position] = actual[position]);
            unknown.forEach(reference -> reference.columns()
                    .forEach(position -> row.typed()[position] = actual[position]));
        }
        comparison.compare(key, row.typed(), actual);
    }

    private static ByteBuffer bytes(FoundRow row) {
        return ByteBuffer.wrap(RowKey.of(row.targetKey()));
    }
}
