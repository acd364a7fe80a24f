package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Lookups for a few rows, which need few of the rows that they are completed from: those are read by key, together for
 * a batch, instead of whole tables.
 */
final class NeededLookups implements Lookups {
    private final SourceSnapshot source;
    private final RunLookups whole;
    private final Map<String, NeededRows<?>> rows = new HashMap<>();

    /** Lookups in {@code source}, unless {@code whole} has read a table already. */
    NeededLookups(SourceSnapshot source, RunLookups whole) {
        this.source = source;
        this.whole = whole;
    }

    @Override
    public <R> LongFunction<R> rows(SourceTable<R> table) {
        if (whole.hasRead(table)) {
            return whole.rows(table);
        }
        // The table's name decides the type of its rows.
        @SuppressWarnings("unchecked")
        LongFunction<R> found = (LongFunction<R>)
                rows.computeIfAbsent(table.name(), name -> new NeededRows<>(source, table));
        return found;
    }

    @Override
    public LongFunction<Long> surrogateKeys(TargetTable<?> table) {
        return whole.surrogateKeys(table);
    }

    /**
     * The batch as {@code mapping} makes it, which takes its lookups from here. A mapping depends on nothing but its
     * row and the lookups, and bears that a row is not there: so it is tried until it asks for none that was not read.
     * Nothing may stream from the source meanwhile.
     */
    <S, T> List<T> map(List<S> batch, Function<S, T> mapping) {
        List<T> mapped = batch.stream().map(mapping).toList();
        while (readAsked()) {
            mapped = batch.stream().map(mapping).toList();
        }
        return mapped;
    }

    private boolean readAsked() {
        boolean any = false;
        for (NeededRows<?> needed : rows.values()) {
            any |= needed.read();
        }
        return any;
    }
}
