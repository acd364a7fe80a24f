package dev.tidemark.copy.state;

/**
 * What is known of a row of the source.
 *
 * @param sourceKey as in {@link KnownRow}
 * @param hash as in {@link KnownRow}
 * @param targetKey the key of its row in the target, encoded likewise; null where that equals the source's
 * @param status what became of it
 * @param present whether the target has a row of it
 * @param reason why it was left out; else null
 */
public record MappedRow(
        byte[] sourceKey, byte[] hash, byte[] targetKey, RowStatus status, boolean present, String reason)
        implements KnownRow {
    /** The key of its row in the target. */
    public byte[] keyInTarget() {
        return targetKey == null ? sourceKey : targetKey;
    }

    /** The same row that is left out, or gone. The next run tries it again. */
    public MappedRow leftOut(RowStatus why, String because) {
        return new MappedRow(sourceKey, null, targetKey, why, present, because);
    }
}
