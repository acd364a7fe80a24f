package dev.tidemark.copy.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;

/** What holds for typed values of every type. */
public final class Values {
    private Values() {}

    /**
     * Whether two typed values are the same value: bytes by their content, decimals by their value whatever their
     * scale, -0.0 as 0.0, NaN as NaN, null as null. Values of different types are never the same.
     */
    public static boolean equal(Object left, Object right) {
        if (left instanceof BigDecimal number && right instanceof BigDecimal other) {
            return number.compareTo(other) == 0;
        }
        if (left instanceof Double number && right instanceof Double other) {
            return number.doubleValue() == other || number.isNaN() && other.isNaN();
        }
        if (left instanceof byte[] bytes && right instanceof byte[] others) {
            return Arrays.equals(bytes, others);
        }
        return Objects.equals(left, right);
    }

    /** The number itself, and 0.0 for -0.0. */
    static double unsignedZero(double number) {
        return number == 0 ? 0.0 : number;
    }
}
