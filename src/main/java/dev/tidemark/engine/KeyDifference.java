package dev.tidemark.engine;

import dev.tidemark.orm.KeyFingerprint;
import dev.tidemark.orm.KeySet;
import java.util.Optional;

/**
 * How the keys of a table differ between source and warehouse.
 *
 * @param missing keys that only the source has
 * @param vanished keys that only the warehouse has
 * @param common the fingerprint of the keys, where both sides have the same
 */
public record KeyDifference(KeySet missing, KeySet vanished, Optional<KeyFingerprint> common) {
    /** No difference between two sides with this fingerprint. */
    static KeyDifference none(KeyFingerprint common) {
        return new KeyDifference(KeySet.none(), KeySet.none(), Optional.of(common));
    }
}
