package dev.tidemark.mysql.target;

import dev.tidemark.copy.target.TableWriter.RowToWrite;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides rows so that one statement can carry each part.
 *
 * @param rows the most rows of a part
 * @param bytes the most bytes of a part, unless a row alone has more
 */
record Chunks(int rows, long bytes) {
    private static final int MOST_VALUES = 65_535;
    private static final int BYTES_OF_A_NUMBER = 24;

    /** The parts, in order. */
    List<List<RowToWrite>> of(List<RowToWrite> all) {
        List<List<RowToWrite>> parts = new ArrayList<>();
        int from = 0;
        long size = 0;
        for (int index = 0; index < all.size(); index++) {
            Object[] values = all.get(index).values();
            long more = bytes(values);
            int count = index - from;
            if (count > 0 && (count == rows || size + more > bytes || (count + 1) * values.length > MOST_VALUES)) {
                parts.add(all.subList(from, index));
                from = index;
                size = 0;
            }
            size += more;
        }
        if (from < all.size()) {
            parts.add(all.subList(from, all.size()));
        }
        return parts;
    }

    // At most: three bytes a character, and each byte escaped.
    private static long bytes(Object[] values) {
        long bytes = 0;
        for (Object value : values) {
            bytes += switch (value) {
                case String text -> 3L * text.length();
                case byte[] blob -> 2L * blob.length;
                case null, default -> BYTES_OF_A_NUMBER;
            };
        }
        return bytes;
    }
}
