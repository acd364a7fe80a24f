package dev.tidemark.comparison;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a target may be off before it counts as wrong.
 *
 * @param rows the most rows of a table, or of a total, that may be wrong
 * @param amountCents the most by which a sum may be wrong, in cents
 */
public record Tolerance(long rows, long amountCents) {
    /** Nothing may be wrong. */
    public static final Tolerance NONE = new Tolerance(0, 0);

    private static final Pattern PART =
            Pattern.compile("\\s*(?:rows=(?<rows>\\d{1,15})|amount=(?<amount>\\d{1,12}(?:\\.\\d{1,2})?))\\s*");

    public Tolerance {
        if (rows < 0 || amountCents < 0) {
            throw new IllegalArgumentException("A tolerance is not negative: " + rows + ", " + amountCents);
        }
    }

    /** A tolerance as people write it: {@code rows=5,amount=0.50}, or one of both. */
    public static Tolerance parse(String text) {
        Tolerance tolerance = NONE;
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not a tolerance: " + text);
            }
            tolerance = matcher.group("rows") == null
                    ? new Tolerance(tolerance.rows, cents(matcher.group("amount")))
                    : new Tolerance(Long.parseLong(matcher.group("rows")), tolerance.amountCents);
        }
        return tolerance;
    }

    /** The verdict under this tolerance on what is off by so many rows and cents. */
    public Verdict judge(Verdict verdict, long rowsOff, long centsOff) {
        boolean tolerated = Math.abs(rowsOff) <= rows && Math.abs(centsOff) <= amountCents;
        return verdict == Verdict.DIFFERENT && tolerated ? Verdict.TOLERATED : verdict;
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
