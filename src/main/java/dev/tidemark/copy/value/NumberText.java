package dev.tidemark.copy.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as text: those that SQLite reads, and those that it writes. */
final class NumberText {
    // Six digits of an exponent and this many characters bound the work; no database's numbers need more.
    private static final int LONGEST = 150_000;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]{1,6}+)?+");
    private static final int LARGEST_PLAIN_EXPONENT = 16;
    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private NumberText() {}

    /** The number that a text is: digits, perhaps with a sign, a point or an exponent, and nothing else. */
    static Optional<BigDecimal> parse(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /**
     * The text of a number in SQLite's notation, such as {@code 12.0} and {@code 1.5e+300}. It has as few digits as
     * tell the number from all others; SQLite itself writes 17 of them where 15 are not enough.
     */
    static String of(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "Inf" : "-Inf";
        }
        BigDecimal shortest = BigDecimal.valueOf(Values.unsignedZero(number)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent > LARGEST_PLAIN_EXPONENT || exponent < SMALLEST_PLAIN_EXPONENT) {
            return withPoint(shortest.movePointLeft(exponent)) + "e%+03d".formatted(exponent);
        }
        return withPoint(shortest);
    }

    private static String withPoint(BigDecimal number) {
        return number.setScale(Math.max(1, number.scale())).toPlainString();
    }
}
