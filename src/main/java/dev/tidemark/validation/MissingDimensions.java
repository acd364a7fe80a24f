package dev.tidemark.validation;

import dev.tidemark.star.SourceSync;
import dev.tidemark.table.KeyMap;
import dev.tidemark.table.KeyPair;
import dev.tidemark.table.TargetColumn;
import dev.tidemark.table.TargetTable;
import dev.tidemark.target.TargetSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds rows of the target that refer to a missing row of a dimension. The dimension is wrong then, not these rows, and
 * its own comparison says so.
 *
 * @param <T> the record of a row
 */
final class MissingDimensions<T> {
    private final TargetSession target;
    private final Map<TargetColumn<T>, TargetTable<?>> dimensions;
    private final Map<TargetTable<?>, KeyMap> keys = new HashMap<>();

    /** For the rows of {@code sync}. */
    MissingDimensions(SourceSync<?, T> sync, TargetSession target) {
        this(target, dimensionsOf(sync));
    }

    private MissingDimensions(TargetSession target, Map<TargetColumn<T>, TargetTable<?>> dimensions) {
        this.target = target;
        this.dimensions = dimensions;
    }

    /** For rows that refer to no dimension. */
    static <T> MissingDimensions<T> none() {
        return new MissingDimensions<>(null, Map.of());
    }

    /** The columns of {@code row} that refer to a missing row of their dimension. */
    Set<TargetColumn<T>> of(T row) {
        return dimensions.keySet().stream()
                .filter(column -> column.value().apply(row) instanceof Long key
                        && keysOf(dimensions.get(column)).get(key) == null)
                .collect(Collectors.toSet());
    }

    private KeyMap keysOf(TargetTable<?> dimension) {
        return keys.computeIfAbsent(dimension, table -> target.streamSurrogateKeys(table, pairs -> {
            KeyMap present = KeyMap.empty();
            while (pairs.hasNext()) {
                KeyPair pair = pairs.next();
                present.put(pair.toKey(), pair.fromKey());
            }
            return present;
        }));
    }

    private static <T> Map<TargetColumn<T>, TargetTable<?>> dimensionsOf(SourceSync<?, T> sync) {
        Map<TargetColumn<T>, TargetTable<?>> dimensions = new HashMap<>();
        sync.target().columns().forEach(column -> sync.dimensions()
                .filter(dimension -> dimension.column().equals(column.column()))
                .findFirst()
                .ifPresent(dimension -> dimensions.put(column, dimension.table())));
        return dimensions;
    }
}
