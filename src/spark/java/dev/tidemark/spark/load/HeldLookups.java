package dev.tidemark.spark.load;

import dev.tidemark.star.Lookups;
import dev.tidemark.table.KeyMap;
import dev.tidemark.table.RowTable;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** Lookups that Spark sends to the executors. Surrogate keys are natural keys, so only their existence is held. */
public final class HeldLookups implements Lookups, Serializable {
    private final Map<String, RowTable<?>> rows = new HashMap<>();
    private final Map<String, KeyMap> keys = new HashMap<>();

    boolean holds(SourceTable<?> table) {
        return rows.containsKey(id(table));
    }

    boolean holds(TargetTable<?> table) {
        return keys.containsKey(table.name());
    }

    <R> void hold(SourceTable<R> table, RowTable<R> found) {
        rows.put(id(table), found);
    }

    void hold(TargetTable<?> table, KeyMap found) {
        keys.put(table.name(), found);
    }

    @Override
    public <R> LongFunction<R> rows(SourceTable<R> table) {
        // They were put there for this table, which decides the type of its rows.
        @SuppressWarnings("unchecked")
        RowTable<R> found = (RowTable<R>) rows.get(id(table));
        return found::get;
    }

    @Override
    public LongFunction<Long> surrogateKeys(TargetTable<?> table) {
        return keys.get(table.name())::get;
    }

    // A table may be read in more than one way.
    private static String id(SourceTable<?> table) {
        return table.getClass().getName();
    }
}
