package dev.tidemark.copy.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Keys of rows as bytes, which compare (unsigned, {@link Arrays#compareUnsigned(byte[], byte[])}) as SQLite orders the
 * values: NULL, numbers, text by its UTF-8 bytes, bytes. The encoding can be read back.
 */
public final class RowKey {
    private static final int NULL = 0x05;
    private static final int NUMBER = 0x10;
    private static final int TEXT = 0x20;
    private static final int BYTES = 0x30;
    private static final int WHOLE = 0x00;
    private static final int FRACTION = 0x01;

    private RowKey() {}

    /** The bytes of the stored values at these positions of a row. */
    public static byte[] of(Object[] row, List<Integer> positions) {
        if (positions.size() == 1 && row[positions.getFirst()] instanceof Long number) {
            byte[] single = new byte[10];
            single[0] = NUMBER;
            putLong(single, 1, number);
            return single;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        positions.forEach(position -> put(bytes, row[position]));
        return bytes.toByteArray();
    }

    /** The bytes of these stored or typed values; typed ones other than numbers, text and bytes are written as text. */
    public static byte[] of(List<Object> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        values.forEach(value -> put(bytes, value));
        return bytes.toByteArray();
    }

    /** The stored values in these bytes. */
    public static List<Object> values(byte[] key) {
        List<Object> values = new ArrayList<>();
        int[] at = {0};
        while (at[0] < key.length) {
            values.add(next(key, at));
        }
        return values;
    }

    /** The values for people: parted by commas. */
    public static String text(byte[] key) {
        return String.join(",", values(key).stream().map(RowKey::text).toList());
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "NULL";
            case byte[] bytes -> "x'" + HexFormat.of().formatHex(bytes) + "'";
            case InvalidText invalid -> "x'" + HexFormat.of().formatHex(invalid.bytes()) + "'";
            default -> value.toString();
        };
    }

    private static void put(ByteArrayOutputStream bytes, Object value) {
        switch (value) {
            case null -> bytes.write(NULL);
            case Long number -> putNumber(bytes, number);
            case Double number -> putNumber(bytes, number);
            case byte[] blob -> putEscaped(bytes, BYTES, blob);
            case InvalidText invalid -> putEscaped(bytes, TEXT, invalid.bytes());
            default -> putEscaped(bytes, TEXT, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void putNumber(ByteArrayOutputStream bytes, long number) {
        byte[] digits = new byte[10];
        digits[0] = NUMBER;
        putLong(digits, 1, number);
        bytes.writeBytes(digits);
    }

    // The whole part, and the fraction behind it, which is never negative. Beyond 64 bits all whole parts are alike, and
    // the number itself tells them apart.
    private static void putNumber(ByteArrayOutputStream bytes, double number) {
        double floor = Math.floor(number);
        if (floor == number && floor >= Long.MIN_VALUE && floor < 0x1p63) {
            putNumber(bytes, (long) number);
            return;
        }
        boolean within = floor >= Long.MIN_VALUE && floor < 0x1p63;
        byte[] digits = new byte[18];
        digits[0] = NUMBER;
        putLong(digits, 1, (long) floor);
        digits[9] = FRACTION;
        putLong(digits, 10, ordered(Double.doubleToLongBits(within ? number - floor : number)));
        bytes.writeBytes(digits);
    }

    // The bits of a number so that they compare as the numbers do; it is its own inverse.
    private static long ordered(long bits) {
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static void putLong(byte[] bytes, int at, long number) {
        long ordered = number ^ Long.MIN_VALUE;
        for (int index = 0; index < 8; index++) {
            bytes[at + index] = (byte) (ordered >>> (56 - 8 * index));
        }
    }

    // A zero byte is followed by 0xFF, so that the end, a zero byte alone, comes before any longer text.
    private static void putEscaped(ByteArrayOutputStream bytes, int kind, byte[] content) {
        bytes.write(kind);
        for (byte each : content) {
            bytes.write(each);
            if (each == 0) {
                bytes.write(0xFF);
            }
        }
        bytes.write(0);
    }

    private static Object next(byte[] key, int[] at) {
        int kind = key[at[0]++];
        return switch (kind) {
            case NULL -> null;
            case NUMBER -> number(key, at);
            case TEXT -> StoredText.of(content(key, at));
            case BYTES -> content(key, at);
            default -> throw new IllegalArgumentException("Not a key: " + Arrays.toString(key));
        };
    }

    private static Object number(byte[] key, int[] at) {
        long whole = longAt(key, at[0]);
        at[0] += 8;
        if (key[at[0]++] == WHOLE) {
            return whole;
        }
        double rest = Double.longBitsToDouble(ordered(longAt(key, at[0])));
        at[0] += 8;
        return Math.abs(rest) < 1 ? whole + rest : rest;
    }

    private static long longAt(byte[] key, int at) {
        long number = 0;
        for (int index = 0; index < 8; index++) {
            number = number << 8 | key[at + index] & 0xFF;
        }
        return number ^ Long.MIN_VALUE;
    }

    private static byte[] content(byte[] key, int[] at) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        while (key[at[0]] != 0 || at[0] + 1 < key.length && key[at[0] + 1] == (byte) 0xFF) {
            content.write(key[at[0]]);
            at[0] += key[at[0]] == 0 ? 2 : 1;
        }
        at[0]++;
        return content.toByteArray();
    }
}
