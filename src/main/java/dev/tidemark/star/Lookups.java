package dev.tidemark.star;

import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.util.function.LongFunction;

/** The lookups of a mapping, held in memory for one run. */
public interface Lookups {
    /** The rows of a small table of the source by key; the function returns null for an unknown key. */
    <R> LongFunction<R> rows(SourceTable<R> table);

    /** The surrogate keys of a table by natural key; the function returns null for an unknown key. */
    LongFunction<Long> surrogateKeys(TargetTable<?> table);
}
