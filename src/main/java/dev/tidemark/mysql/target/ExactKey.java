package dev.tidemark.mysql.target;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a key, equal only if every value is the same to the byte, whatever a collation says.
 *
 * @param values bytes as buffers, decimals without trailing zeros
 */
record ExactKey(List<Object> values) {
    /** The key with these typed values. */
    static ExactKey of(List<Object> typed) {
        List<Object> values = new ArrayList<>(typed.size());
        typed.forEach(value -> values.add(comparable(value)));
        return new ExactKey(values);
    }

    /** The key of the typed values of a row at these positions. */
    static ExactKey of(Object[] row, List<Integer> positions) {
        List<Object> values = new ArrayList<>(positions.size());
        positions.forEach(position -> values.add(comparable(row[position])));
        return new ExactKey(values);
    }

    private static Object comparable(Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> ByteBuffer.wrap(bytes);
            case BigDecimal number -> number.stripTrailingZeros();
            default -> value;
        };
    }
}
