package dev.tidemark.star.rows;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.Column;
import dev.tidemark.table.TargetColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Maps rows, one at a time. */
public final class MappedRows {
    private MappedRows() {}

    /**
     * The mapping of {@code sync}; returns empty for a row that the star leaves out. A value that the target cannot
     * hold exactly, such as an amount with a fraction of a cent, is a source failure that names the row.
     */
    public static <S, T> Function<S, Optional<T>> mapping(SourceSync<S, T> sync, Lookups lookups) {
        Function<S, T> mapping = sync.mapping(lookups);
        List<TargetColumn<T>> required = required(sync);
        return row -> {
            try {
                T made = mapping.apply(row);
                return isComplete(made, required) ? Optional.of(made) : Optional.empty();
            } catch (ArithmeticException unfit) {
                String key = sync.source().key().describe(sync.source().keyOf(row));
                throw TidemarkException.source(
                        "The star cannot hold a value of the source's " + sync.source().name() + " " + key
                                + " exactly: " + unfit.getMessage(),
                        "mend that row; amounts have two decimals",
                        unfit);
            }
        };
    }

    private static <T> List<TargetColumn<T>> required(SourceSync<?, T> sync) {
        if (!sync.requiresReferences()) {
            return List.of();
        }
        Set<Column<?>> references =
                sync.dimensions().map(Reference.Dimension::column).collect(Collectors.toSet());
        return sync.target().columns().stream()
                .filter(column -> references.contains(column.column()))
                .toList();
    }

    private static <T> boolean isComplete(T row, List<TargetColumn<T>> required) {
        return required.isEmpty() || required.stream().allMatch(column -> column.value().apply(row) != null);
    }
}
