package dev.tidemark.star;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.sql.TargetColumn;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.mybatis.dynamic.sql.SqlColumn;

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
                String key = sync.source().key().describe(sync.source().keyOf(row));
                throw TidemarkException.source(
                        "The warehouse cannot hold a value of the source's " + sync.source().name() + " " + key
                                + " exactly: " + unfit.getMessage(),
                        "mend that row; amounts have two decimals",
                        unfit);
            }
        };
    }

    /** Whether the star has a row that the mapping of {@code sync} makes. */
    public static <T> Predicate<T> isKept(SourceSync<?, T> sync) {
        if (!sync.requiresReferences()) {
            return row -> true;
        }
        Set<SqlColumn<?>> references = sync.references().stream()
                .flatMap(reference -> reference.dimension().stream())
                .map(Reference.Dimension::column)
                .collect(Collectors.toSet());
        List<TargetColumn<T>> required = sync.target().columns().stream()
                .filter(column -> references.contains(column.column()))
                .toList();
        return row -> required.stream().allMatch(column -> column.value().apply(row) != null);
    }

    /** {@code rows} as {@code mapping} makes them, each when it is asked for, but those that the star does not have. */
    public static <S, T> Iterator<T> of(SourceSync<S, T> sync, Iterator<S> rows, Function<S, T> mapping) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                .map(mapping)
                .filter(isKept(sync))
                .iterator();
    }
}
