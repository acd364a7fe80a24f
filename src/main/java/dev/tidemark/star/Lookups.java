package dev.tidemark.star;

import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.util.function.LongFunction;

/** What a mapping looks up, held in memory for one run. */
public interface Lookups {
    /** The rows of a small table of the source by key; the function gives null for a key that has none. */
    <R> LongFunction<R> rows(SourceTable<R> table);

    /** The surrogate keys of a table by natural key; the function gives null for a key that has none. */
    LongFunction<Long> surrogateKeys(TargetTable<?> table);
}
