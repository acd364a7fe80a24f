package dev.tidemark.copy.state;

/** A row of the source as far as it takes to tell whether it changed. */
public sealed interface KnownRow permits KnownHash, MappedRow {
    /** Identifies it, as {@link dev.tidemark.copy.value.RowKey} encodes it. */
    byte[] sourceKey();

    /** The SHA-256 of its stored values when it was carried over; null if it has to be carried over again. */
    byte[] hash();
}
