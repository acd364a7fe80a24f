package dev.tidemark.orm;

/**
 * A fingerprint of a set of keys: two sets with different fingerprints differ.
 *
 * @param rows the number of keys
 * @param hashes the sum of their {@link KeyColumns#hash() hashes}; SQL's NULL for the sum of nothing is taken for 0
 */
public record KeyFingerprint(Long rows, Long hashes) {
    public KeyFingerprint {
        hashes = hashes == null ? 0L : hashes;
    }
}
