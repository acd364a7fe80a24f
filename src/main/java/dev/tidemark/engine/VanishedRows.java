package dev.tidemark.engine;

import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.TargetTable;
import java.util.HashMap;
import java.util.Map;

/** The rows of the warehouse that the source no longer has, and what refers to them. */
public final class VanishedRows {
    private final WarehouseSession warehouse;
    private final Map<String, KeySet> keys = new HashMap<>();

    /** No row yet. */
    public VanishedRows(WarehouseSession warehouse) {
        this.warehouse = warehouse;
    }

    /** Notes the natural keys of the rows of {@code target} that vanished. */
    public void note(TargetTable<?> target, KeySet vanished) {
        keys.put(target.name(), vanished);
    }

    /** The natural keys of the rows of {@code target} that were noted. */
    public KeySet of(TargetTable<?> target) {
        return keys.getOrDefault(target.name(), KeySet.none());
    }

    /**
     * Natural keys of the rows of {@code sync} that refer to rows which vanished. The source changed them without a
     * trace: a delete that sets references to NULL, a new natural key that cascades.
     */
    public KeySet referringKeys(SourceSync<?, ?> sync) {
        return sync.parents().stream()
                .map(parent -> warehouse.referringKeys(
                        sync.target(), parent.reference(), parent.referred(warehouse, of(parent))))
                .reduce(KeySet.none(), KeySet::union);
    }

    private KeySet of(Parent parent) {
        return parent.table().map(this::of).orElse(KeySet.none());
    }
}
