package dev.tidemark.engine;

import dev.tidemark.orm.KeySet;

/**
 * How the keys of a table differ between source and warehouse.
 *
 * @param missing keys that only the source has
 * @param vanished keys that only the warehouse has
 */
public record KeyDifference(KeySet missing, KeySet vanished) {
    /** No difference. */
    public static final KeyDifference NONE = new KeyDifference(KeySet.none(), KeySet.none());

    /** Whether both sides have the same keys. */
    public boolean isNone() {
        return missing.isEmpty() && vanished.isEmpty();
    }
}
