package dev.tidemark.copy.value;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Random stored values, many of which lie next to each other or to a limit. */
final class RandomStored {
    private static final double[] LIMITS = {
        0, 1, 0.5, 0x1p31, 0x1p52, 0x1p53, 0x1p62, 0x1p63, 0x1p64, 1e-300, Double.MIN_VALUE, 1e300, Double.MAX_VALUE,
        Double.POSITIVE_INFINITY
    };
    private static final String[] PARTS = {
        "", "a", "b", "\0", "\u0001", " ", "é", "\uFFFD", "\uFFFF", "😀", "𐀀", "z"
    };

    private RandomStored() {}

    static Object value(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> random.nextLong() >> random.nextInt(64);
            case 2 -> number(random);
            case 3 -> (long) number(random);
            case 4 -> text(random);
            case 5 -> StoredText.of(bytes(random));
            default -> bytes(random);
        };
    }

    static double number(Random random) {
        double number = switch (random.nextInt(3)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> near(LIMITS[random.nextInt(LIMITS.length)], random);
            default -> random.nextInt(-1_000, 1_000) / 16.0;
        };
        return Double.isNaN(number) ? 0 : random.nextBoolean() ? number : -number;
    }

    private static double near(double limit, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Math.nextUp(limit);
            case 1 -> Math.nextDown(limit);
            default -> limit;
        };
    }

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int part = random.nextInt(4); part > 0; part--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = text(random).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
