package dev.tidemark.copy.state;

/** The hash of a row, without what became of it. */
public record KnownHash(byte[] sourceKey, byte[] hash) implements KnownRow {}
