package dev.tidemark.engine;

import java.util.Iterator;
import java.util.function.Function;

/** Rows as their mapping makes them, one at a time. */
public final class MappedRows {
    private MappedRows() {}

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
