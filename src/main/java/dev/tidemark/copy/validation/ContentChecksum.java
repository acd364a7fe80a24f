package dev.tidemark.copy.validation;

import dev.tidemark.copy.value.RowHash;
import dev.tidemark.copy.value.RowKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A checksum of rows in any order. Rows whose typed values are equal count the same, whatever their scale, because
 * {@link RowKey} writes them in one way.
 */
final class ContentChecksum {
    private final RowHash hash = new RowHash();
    private final byte[] sum = new byte[32];

    void add(Object[] typed) {
        byte[] row = hash.of(new Object[] {RowKey.of(Arrays.asList(typed))});
        for (int index = 0; index < sum.length; index++) {
            sum[index] ^= row[index];
        }
    }

    /** The checksum so far, in hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(sum);
    }
}
