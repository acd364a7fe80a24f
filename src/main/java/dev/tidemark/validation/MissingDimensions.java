package dev.tidemark.validation;

import dev.tidemark.sql.KeyMap;
import dev.tidemark.sql.KeyPair;
import dev.tidemark.sql.TargetColumn;
import dev.tidemark.sql.TargetTable;
import dev.tidemark.sqlite.WarehouseSession;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells rows of the warehouse that refer to a row of a dimension which is not there. What is wrong then is the
 * dimension, and its own comparison says so.
 *
 * @param <T> the record of a row
 */
final class MissingDimensions<T> {
    private final WarehouseSession warehouse;
    private final Map<TargetColumn<T>, TargetTable<?>> dimensions;
    private final Map<TargetTable<?>, KeyMap> keys = new HashMap<>();

    /** Of the rows of {@code sync}. */
    MissingDimensions(SourceSync<?, T> sync, WarehouseSession warehouse) {
        this(warehouse, dimensionsOf(sync));
    }

    private MissingDimensions(WarehouseSession warehouse, Map<TargetColumn<T>, TargetTable<?>> dimensions) {
        this.warehouse = warehouse;
        this.dimensions = dimensions;
    }

    /** Of rows that refer to none. */
    static <T> MissingDimensions<T> none() {
        return new MissingDimensions<>(null, Map.of());
    }

    /** The columns of {@code row} whose dimension lacks the row that they name. */
    Set<TargetColumn<T>> of(T row) {
        return dimensions.keySet().stream()
                .filter(column -> column.value().apply(row) instanceof Long key
                        && keysOf(dimensions.get(column)).get(key) == null)
                .collect(Collectors.toSet());
    }

    private KeyMap keysOf(TargetTable<?> dimension) {
        return keys.computeIfAbsent(dimension, table -> warehouse.streamSurrogateKeys(table, pairs -> {
            KeyMap present = KeyMap.empty();
            while (pairs.hasNext()) {
                KeyPair pair = pairs.next();
                present.put(pair.toKey(), pair.fromKey());
            }
            return present;
        }));
    }

    private static <T> Map<TargetColumn<T>, TargetTable<?>> dimensionsOf(SourceSync<?, T> sync) {
        List<Reference.Dimension> referred =
                sync.references().stream().flatMap(reference -> reference.dimension().stream()).toList();
        Map<TargetColumn<T>, TargetTable<?>> dimensions = new HashMap<>();
        sync.target().columns().forEach(column -> referred.stream()
                .filter(dimension -> dimension.column().equals(column.column()))
                .findFirst()
                .ifPresent(dimension -> dimensions.put(column, dimension.table())));
        return dimensions;
    }
}
