package dev.tidemark.copy.keys;

import dev.tidemark.copy.value.RowKey;
import java.util.List;

/**
 * The two keys of a row.
 *
 * @param source as {@link RowKey} encodes it
 * @param target likewise
 */
public record CopyKey(byte[] source, byte[] target) {
    /** The key in the source as people write it: parted by commas. */
    public String sourceText() {
        return RowKey.text(source);
    }

    /** The key in the target as people write it. */
    public String targetText() {
        return RowKey.text(target);
    }

    /** The values of the key in the target. */
    public List<Object> targetValues() {
        return RowKey.values(target);
    }
}
