package dev.tidemark.copy.state;

/**
 * The hash of a row when it was carried over.
 *
 * @param sourceKey as in {@link MappedRow}
 * @param hash as in {@link MappedRow}; null if the row has to be carried over again
 */
public record KnownHash(byte[] sourceKey, byte[] hash) {}
