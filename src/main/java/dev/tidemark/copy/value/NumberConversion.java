package dev.tidemark.copy.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Converts stored values to types of numbers. A text that {@link NumberText} reads counts as the number that it is. */
final class NumberConversion {
    // Below this, a decimal number has at most 15 digits, and each of these has a double of its own.
    private static final double DISTINCT = 1e15;
    private static final int NOISE_DIGITS = 13;
    private static final double[] POWERS = powers();
    // What PostgreSQL's numeric holds where it has no precision.
    private static final int MOST_DIGITS = 131_072;
    private static final int MOST_DECIMALS = 16_383;

    private static final String NOT_A_NUMBER = "is not a number";

    private NumberConversion() {}

    /** A Long; of what is not one, only a number that is whole. */
    static Object whole(ColumnType.Whole type, Object stored) {
        return switch (stored) {
            case Long number -> within(type, number, stored);
            case Double number when number != Math.rint(number) -> BadValue.of(stored, "is not a whole number");
            case Double number when number < -0x1p63 || number >= 0x1p63 -> outside(type, stored);
            case Double number -> within(type, number.longValue(), stored);
            case String text ->
                NumberText.parse(text)
                        .map(number -> wholeOf(type, number, stored))
                        .orElseGet(() -> BadValue.of(stored, NOT_A_NUMBER));
            default -> BadValue.of(stored, NOT_A_NUMBER);
        };
    }

    private static Object wholeOf(ColumnType.Whole type, BigDecimal number, Object stored) {
        if (number.stripTrailingZeros().scale() > 0) {
            return BadValue.of(stored, "is not a whole number");
        }
        return number.compareTo(BigDecimal.valueOf(type.least())) < 0
                        || number.compareTo(BigDecimal.valueOf(type.most())) > 0
                ? outside(type, stored)
                : (Object) number.longValueExact();
    }

    private static Object within(ColumnType.Whole type, long number, Object stored) {
        return number < type.least() || number > type.most() ? outside(type, stored) : (Object) number;
    }

    private static BadValue outside(ColumnType.Whole type, Object stored) {
        return BadValue.of(stored, "is not between %d and %d".formatted(type.least(), type.most()));
    }

    /**
     * A BigDecimal. A Double counts as its shortest decimal, whose digits beyond the scale are cut off if they are
     * rounding noise.
     */
    static Object decimal(ColumnType.Decimal type, Object stored) {
        return switch (stored) {
            case Long number -> fitted(type, BigDecimal.valueOf(number), stored);
            case Double number when Double.isInfinite(number) -> BadValue.of(stored, "is not a finite number");
            case Double number -> fitted(type, shortest(number, type.scale()), stored);
            case String text ->
                NumberText.parse(text)
                        .map(number -> fitted(type, number, stored))
                        .orElseGet(() -> BadValue.of(stored, NOT_A_NUMBER));
            default -> BadValue.of(stored, NOT_A_NUMBER);
        };
    }

    private static Object fitted(ColumnType.Decimal type, BigDecimal number, Object stored) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO.setScale(Math.max(0, type.scale()));
        }
        int mostDigits = type.precision() == 0 ? MOST_DIGITS : type.precision() - Math.max(0, type.scale());
        if (number.precision() - number.scale() > mostDigits) {
            return BadValue.of(stored, "has more than %d digits before the point".formatted(mostDigits));
        }
        int mostDecimals = type.scale() < 0 ? MOST_DECIMALS : type.scale();
        BigDecimal exact = number.scale() > mostDecimals || type.scale() < 0 ? number.stripTrailingZeros() : number;
        if (exact.scale() > mostDecimals) {
            return BadValue.of(stored, "has more than %d decimals".formatted(mostDecimals));
        }
        return exact.setScale(type.scale() < 0 ? Math.max(0, exact.scale()) : type.scale());
    }

    private static BigDecimal shortest(double number, int scale) {
        if (scale >= 0 && scale <= NOISE_DIGITS) {
            double power = POWERS[scale];
            double scaled = Math.rint(number * power);
            if (Math.abs(scaled) < DISTINCT && scaled / power == number) {
                return BigDecimal.valueOf((long) scaled, scale);
            }
        }
        BigDecimal shortest = BigDecimal.valueOf(number);
        return scale >= 0 && shortest.scale() > scale ? withoutNoise(shortest, scale) : shortest;
    }

    // Noise is less than one part in 10^13 of the number, and less than a thousandth of the last digit that is kept:
    // the latter because a large number has few digits after the point, all of which may be meant.
    private static BigDecimal withoutNoise(BigDecimal number, int scale) {
        BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_EVEN);
        BigDecimal rest = number.subtract(rounded).abs();
        boolean noise = rest.scaleByPowerOfTen(NOISE_DIGITS).compareTo(number.abs()) < 0
                && rest.compareTo(BigDecimal.ONE.movePointLeft(scale + 3)) < 0;
        return noise ? rounded : number;
    }

    private static double[] powers() {
        double[] powers = new double[NOISE_DIGITS + 1];
        for (int exponent = 0; exponent < powers.length; exponent++) {
            powers[exponent] = BigDecimal.TEN.pow(exponent).doubleValue();
        }
        return powers;
    }

    /**
     * A Double, the nearest one to a number with decimals. A whole number must be a double exactly. 32 bits take the
     * nearest number that they hold.
     */
    static Object floating(ColumnType.Floating type, Object stored) {
        return switch (stored) {
            case Double number -> sized(type, Values.unsignedZero(number), stored);
            case Long number -> floatingOf(type, BigDecimal.valueOf(number), stored);
            case String text ->
                NumberText.parse(text)
                        .map(number -> floatingOf(type, number, stored))
                        .orElseGet(() -> BadValue.of(stored, NOT_A_NUMBER));
            default -> BadValue.of(stored, NOT_A_NUMBER);
        };
    }

    private static Object floatingOf(ColumnType.Floating type, BigDecimal exact, Object stored) {
        double nearest = exact.doubleValue();
        if (Double.isInfinite(nearest) || nearest == 0 && exact.signum() != 0) {
            return BadValue.of(stored, "is beyond the range of floating-point numbers");
        }
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        boolean same = exact.compareTo(BigDecimal.valueOf(nearest)) == 0
                || exact.compareTo(new BigDecimal(nearest)) == 0;
        return whole && !same
                ? BadValue.of(stored, "has more digits than a floating-point number holds")
                : sized(type, nearest, stored);
    }

    private static Object sized(ColumnType.Floating type, double number, Object stored) {
        if (!type.single()) {
            return number;
        }
        float nearest = (float) number;
        boolean beyond = Float.isInfinite(nearest) && !Double.isInfinite(number) || nearest == 0 && number != 0;
        return beyond
                ? BadValue.of(stored, "is beyond the range of 32-bit floating-point numbers")
                : (Object) (double) nearest;
    }
}
