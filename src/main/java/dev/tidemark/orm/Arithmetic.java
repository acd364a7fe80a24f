package dev.tidemark.orm;

import static org.mybatis.dynamic.sql.SqlBuilder.applyOperator;
import static org.mybatis.dynamic.sql.SqlBuilder.constant;

import org.mybatis.dynamic.sql.BindableColumn;

/** Integer expressions that mean the same in MySQL (64 bits, unsigned) and SQLite (64 bits, signed): none overflows. */
final class Arithmetic {
    private static final String MASK = "4294967295";
    // Odd multipliers below 2^31: a 32-bit number times one of them stays below 2^63.
    private static final String FIRST = "1640531527";
    private static final String SECOND = "2024237689";
    private static final String SPREAD = "10368889";

    private Arithmetic() {}

    static BindableColumn<Long> pack(BindableColumn<Long> high, BindableColumn<Long> low) {
        return operator("+", operator("*", high, "4294967296"), low);
    }

    static BindableColumn<Long> shift(BindableColumn<Long> column, int bits) {
        return operator(">>", column, Integer.toString(bits));
    }

    /**
     * A number of up to 2^32 for a key below 2^39. The second factor makes the sums of such numbers more than linear in
     * the keys: else {1, 4} would look like {2, 3}. As few operations as do: MySQL takes half of a scan for these.
     */
    static BindableColumn<Long> scramble(BindableColumn<Long> column) {
        BindableColumn<Long> spread = operator("&", operator("*", column, SPREAD), "16777215");
        return operator("*", spread, operator("+", operator("&", column, "255"), "1"));
    }

    static BindableColumn<Long> scramble(BindableColumn<Long> high, BindableColumn<Long> low) {
        return mix(operator("&", operator("+", times(high, FIRST), times(low, SECOND)), MASK));
    }

    private static BindableColumn<Long> times(BindableColumn<Long> column, String multiplier) {
        return operator("&", operator("*", operator("&", column, MASK), multiplier), MASK);
    }

    // Without this step the sums would be linear in the keys, and {1, 4} would look like {2, 3}.
    private static BindableColumn<Long> mix(BindableColumn<Long> number) {
        return operator("&", operator("*", number, operator("+", operator(">>", number, "15"), "1")), MASK);
    }

    private static BindableColumn<Long> operator(String operator, BindableColumn<Long> left, String right) {
        return operator(operator, left, constant(right));
    }

    private static BindableColumn<Long> operator(
            String operator, BindableColumn<Long> left, BindableColumn<Long> right) {
        return applyOperator(operator, left, right);
    }
}
