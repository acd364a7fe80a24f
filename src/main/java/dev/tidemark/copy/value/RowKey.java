package dev.tidemark.copy.value;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Keys of rows as bytes, which compare (unsigned, {@link Arrays#compareUnsigned(byte[], byte[])}) as SQLite orders the
 * values: NULL, numbers, text by its UTF-8 bytes, bytes. Values that SQLite holds for equal, such as 3 and 3.0, have
 * the same bytes. The encoding can be read back; a whole number is read as a Long.
 */
public final class RowKey {
    private static final byte NULL = 0x05;
    private static final byte NUMBER = 0x10;
    private static final byte TEXT = 0x20;
    private static final byte BYTES = 0x30;
    // What follows the whole part of a number, in the order of the numbers that share it.
    private static final byte LESS = 0;
    private static final byte WHOLE = 1;
    private static final byte MORE = 2;
    private static final byte ESCAPE = (byte) 0xFF;

    private RowKey() {}

    /** The bytes of the stored values at these positions of a row. */
    public static byte[] of(Object[] row, List<Integer> positions) {
        if (positions.size() == 1) {
            return encoded(row[positions.getFirst()]);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int position : positions) {
            bytes.writeBytes(encoded(row[position]));
        }
        return bytes.toByteArray();
    }

    /**
     * The bytes of these stored or typed values; typed ones other than numbers, text and bytes are written as
     * {@linkplain TypedText text}, and those that are {@linkplain Values#equal equal} have the same bytes.
     */
    public static byte[] of(List<Object> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        values.forEach(value -> bytes.writeBytes(encoded(value)));
        return bytes.toByteArray();
    }

    /** The stored values in these bytes. */
    public static List<Object> values(byte[] key) {
        List<Object> values = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(key);
        while (bytes.hasRemaining()) {
            values.add(next(bytes));
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

    private static byte[] encoded(Object value) {
        return switch (value) {
            case null -> new byte[] {NULL};
            case Long number -> whole(number);
            case Double number -> number(number);
            case String text -> escaped(TEXT, text.getBytes(StandardCharsets.UTF_8));
            case byte[] bytes -> escaped(BYTES, bytes);
            case InvalidText invalid -> escaped(TEXT, invalid.bytes());
            case BigDecimal number -> encoded(TypedText.of(number.stripTrailingZeros()));
            default -> encoded(TypedText.of(value));
        };
    }

    private static byte[] whole(long number) {
        byte[] bytes = new byte[10];
        bytes[0] = NUMBER;
        putOrdered(bytes, 1, number);
        bytes[9] = WHOLE;
        return bytes;
    }

    // Numbers that share their whole part follow it as a whole. So do those beyond 64 bits, where it is the last one
    // that 64 bits hold.
    private static byte[] number(double number) {
        if (Double.isNaN(number)) {
            return new byte[] {NULL};
        }
        double floor = Math.floor(number);
        if (floor == number && floor >= -0x1p63 && floor < 0x1p63) {
            return whole((long) number);
        }
        byte[] bytes = new byte[18];
        bytes[0] = NUMBER;
        putOrdered(bytes, 1, (long) floor);
        bytes[9] = number < -0x1p63 ? LESS : MORE;
        putOrdered(bytes, 10, ordered(Double.doubleToRawLongBits(number)));
        return bytes;
    }

    // The bits of a number so that they compare as the numbers do; it is its own inverse.
    private static long ordered(long bits) {
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static void putOrdered(byte[] bytes, int at, long number) {
        long unsigned = number ^ Long.MIN_VALUE;
        for (int index = 0; index < Long.BYTES; index++) {
            bytes[at + index] = (byte) (unsigned >>> (56 - 8 * index));
        }
    }

    // A zero byte within is escaped, so that the end, a zero byte alone, comes before any longer text.
    private static byte[] escaped(byte kind, byte[] content) {
        int zeros = 0;
        for (byte each : content) {
            zeros += each == 0 ? 1 : 0;
        }
        byte[] bytes = new byte[content.length + zeros + 2];
        bytes[0] = kind;
        int at = 1;
        for (byte each : content) {
            bytes[at++] = each;
            if (each == 0) {
                bytes[at++] = ESCAPE;
            }
        }
        return bytes;
    }

    private static Object next(ByteBuffer bytes) {
        byte kind = bytes.get();
        return switch (kind) {
            case NULL -> null;
            case NUMBER -> nextNumber(bytes);
            case TEXT -> StoredText.of(nextContent(bytes));
            case BYTES -> nextContent(bytes);
            default -> throw new IllegalArgumentException("Not a key: " + Arrays.toString(bytes.array()));
        };
    }

    // Two returns, because one conditional expression would turn every Long into a Double.
    private static Object nextNumber(ByteBuffer bytes) {
        long whole = bytes.getLong() ^ Long.MIN_VALUE;
        if (bytes.get() == WHOLE) {
            return whole;
        }
        return Double.longBitsToDouble(ordered(bytes.getLong() ^ Long.MIN_VALUE));
    }

    private static byte[] nextContent(ByteBuffer bytes) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        while (true) {
            byte each = bytes.get();
            if (each == 0 && !(bytes.hasRemaining() && bytes.get(bytes.position()) == ESCAPE)) {
                return content.toByteArray();
            }
            content.write(each);
            if (each == 0) {
                bytes.get();
            }
        }
    }
}
