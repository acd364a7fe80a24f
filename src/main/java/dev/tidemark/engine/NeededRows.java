package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.SourceTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * The rows of a table that were asked for, read together: the first question after a row gets null and is remembered.
 *
 * @param <R> the record of a row
 */
final class NeededRows<R> implements LongFunction<R> {
    private final SourceSnapshot source;
    private final SourceTable<R> table;
    private final Map<Long, R> known = new HashMap<>();
    private final Set<Long> asked = new HashSet<>();

    NeededRows(SourceSnapshot source, SourceTable<R> table) {
        this.source = source;
        this.table = table;
    }

    @Override
    public R apply(long key) {
        R row = known.get(key);
        if (row == null && !known.containsKey(key)) {
            asked.add(key);
        }
        return row;
    }

    /** Reads the rows that were asked for and are not known yet; returns whether there were any to look for. */
    boolean read() {
        if (asked.isEmpty()) {
            return false;
        }
        KeySet keys = KeySet.of(asked.stream().mapToLong(Long::longValue).toArray());
        asked.forEach(key -> known.put(key, null));
        asked.clear();
        source.read(
                table, keys, rows -> rows.forEach(row -> known.put(table.keyOf().applyAsLong(row), row)));
        return true;
    }
}
