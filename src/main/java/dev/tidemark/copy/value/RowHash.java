package dev.tidemark.copy.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of rows of stored values, by which a row that changed is told from one that did not. Rows have the same
 * hash if their values are the same and of the same types: 3, 3.0 and "3" differ, while -0.0 is 0.0 and NaN is NULL, as
 * for SQLite. An instance serves one thread at a time.
 */
public final class RowHash {
    private static final byte NULL = 0;
    private static final byte WHOLE = 1;
    private static final byte REAL = 2;
    private static final byte TEXT = 3;
    private static final byte BYTES = 4;
    private static final int NUMBER_LENGTH = 1 + Long.BYTES;
    private static final int HEADER_LENGTH = 1 + Integer.BYTES;

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);

    /** The hash of a row, 32 bytes. */
    public byte[] of(Object[] row) {
        add(row);
        return ofRows();
    }

    /** Adds a row to those whose common hash {@link #ofRows} will give. All of them have as many values. */
    public void add(Object[] row) {
        for (Object value : row) {
            add(value);
        }
    }

    /** The common hash of the rows that were added since the last hash, in their order; 32 bytes. */
    public byte[] ofRows() {
        flush();
        return digest.digest();
    }

    // Each value says how long it is, so that no value can look like the end of one and the beginning of the next.
    private void add(Object value) {
        switch (value) {
            case null -> room(1).put(NULL);
            case Long number -> room(NUMBER_LENGTH).put(WHOLE).putLong(number);
            case Double number when Double.isNaN(number) -> room(1).put(NULL);
            case Double number ->
                room(NUMBER_LENGTH).put(REAL).putLong(Double.doubleToRawLongBits(Values.unsignedZero(number)));
            case String text -> add(TEXT, text.getBytes(StandardCharsets.UTF_8));
            case InvalidText invalid -> add(TEXT, invalid.bytes());
            case byte[] bytes -> add(BYTES, bytes);
            default -> throw new IllegalArgumentException("Not a stored value: " + value.getClass());
        }
    }

    private void add(byte kind, byte[] content) {
        room(HEADER_LENGTH).put(kind).putInt(content.length);
        if (content.length > buffer.remaining()) {
            flush();
        }
        if (content.length > buffer.remaining()) {
            digest.update(content);
        } else {
            buffer.put(content);
        }
    }

    private ByteBuffer room(int length) {
        if (length > buffer.remaining()) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
