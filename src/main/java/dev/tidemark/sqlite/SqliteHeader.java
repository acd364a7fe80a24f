package dev.tidemark.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The header of a SQLite file.
 *
 * @param fileSize the size of the whole file in bytes; 0 if the header does not know
 * @param applicationId the mark of the program that it belongs to
 * @param isWriteAhead whether writers use a write-ahead log
 */
public record SqliteHeader(long fileSize, int applicationId, boolean isWriteAhead) {
    /** The length of a header in bytes. */
    public static final int LENGTH = 100;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PAGE_SIZE = 16;
    private static final int WRITE_VERSION = 18;
    private static final int CHANGE_COUNTER = 24;
    private static final int PAGES = 28;
    private static final int APPLICATION_ID = 68;
    private static final int PAGES_VALID_FOR = 92;

    /** The header in {@code start}; empty if that is shorter. */
    public static Optional<SqliteHeader> in(byte[] start) {
        if (start.length < LENGTH) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(start);
        boolean pagesAreValid = header.getInt(CHANGE_COUNTER) == header.getInt(PAGES_VALID_FOR);
        return Optional.of(new SqliteHeader(
                pagesAreValid ? pageSize(header) * Integer.toUnsignedLong(header.getInt(PAGES)) : 0,
                header.getInt(APPLICATION_ID),
                header.get(WRITE_VERSION) == 2));
    }

    /** Whether a file that starts so is a SQLite file. */
    public static boolean isSqlite(byte[] start) {
        int length = Math.min(MAGIC.length, start.length);
        return Arrays.equals(start, 0, length, MAGIC, 0, MAGIC.length);
    }

    // The largest page size does not fit the field, and is written as 1.
    private static long pageSize(ByteBuffer header) {
        int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE));
        return size == 1 ? 65_536 : size;
    }
}
