package dev.tidemark.engine;

import dev.tidemark.failure.TidemarkException;
import java.util.Iterator;
import java.util.function.Function;

/** Rows as their mapping makes them, one at a time. */
public final class MappedRows {
    private MappedRows() {}

    /**
     * The mapping of {@code sync}. A value that the warehouse cannot hold as it is, such as an amount with a fraction
     * of a cent, is a source failure that names the row.
     */
    public static <S, T> Function<S, T> mapping(SourceSync<S, T> sync, Lookups lookups) {
        Function<S, T> mapping = sync.mapping(lookups);
        return row -> {
            try {
                return mapping.apply(row);
            } catch (ArithmeticException unfit) {
                String key = sync.source().key().describe(sync.source().keyOf().applyAsLong(row));
                throw TidemarkException.source(
                        "The warehouse cannot hold a value of the source's " + sync.source().name() + " " + key
                                + " exactly: " + unfit.getMessage(),
                        "mend that row; amounts have two decimals",
                        unfit);
            }
        };
    }

    /** {@code rows}, each mapped when it is asked for. */
    public static <S, T> Iterator<T> of(Iterator<S> rows, Function<S, T> mapping) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public T next() {
                return mapping.apply(rows.next());
            }
        };
    }
}
