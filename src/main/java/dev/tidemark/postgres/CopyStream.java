package dev.tidemark.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends rows to the server by COPY in its text format: values are separated by tabs, rows end with a line feed, NULL is
 * {@code \N}, and a backslash comes before each character that has a meaning.
 */
final class CopyStream {
    private static final int ROOM = 1 << 16;
    private static final byte[] NULL = {'\\', 'N'};

    private final CopyIn copy;
    private byte[] buffer = new byte[ROOM];
    private int filled;
    private boolean inRow;

    /**
     * Begins to copy.
     *
     * @param connection the connection, which serves nothing else before {@link #end()}
     * @param statement a COPY of the text format from STDIN
     */
    CopyStream(Connection connection, String statement) {
        try {
            this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Adds a text, or NULL for null, to the current row. */
    void text(String value) {
        separate();
        if (value == null) {
            append(NULL);
            return;
        }
        int length = value.length();
        // Up to three bytes for each char of UTF-16; an escaped one has two.
        reserve(3 * length);
        for (int index = 0; index < length; index++) {
            char next = value.charAt(index);
            if (next >= 0x80) {
                rest(value.substring(index));
                return;
            }
            put(next);
        }
    }

    /** Adds bytes to the current row. */
    void bytes(byte[] value) {
        separate();
        append(("\\\\x" + HexFormat.of().formatHex(value)).getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds a truth value to the current row. */
    void truth(boolean value) {
        separate();
        append(new byte[] {(byte) (value ? 't' : 'f')});
    }

    /** Ends the current row. */
    void endRow() {
        append(new byte[] {'\n'});
        inRow = false;
        if (filled >= ROOM / 2) {
            flush();
        }
    }

    /** Ends the copy: all rows are in the table. */
    void end() {
        flush();
        try {
            copy.endCopy();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Gives the copy up. */
    void cancel() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void rest(String value) {
        for (byte next : value.getBytes(StandardCharsets.UTF_8)) {
            put((char) (next & 0xFF));
        }
    }

    private void put(char next) {
        switch (next) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            default -> buffer[filled++] = (byte) next;
        }
    }

    private void escaped(char letter) {
        buffer[filled++] = '\\';
        buffer[filled++] = (byte) letter;
    }

    private void separate() {
        if (inRow) {
            append(new byte[] {'\t'});
        }
        inRow = true;
    }

    private void append(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
    }

    private void reserve(int room) {
        if (buffer.length - filled < room) {
            flush();
            if (buffer.length < room) {
                buffer = new byte[room];
            }
        }
    }

    private void flush() {
        if (filled == 0) {
            return;
        }
        try {
            copy.writeToCopy(buffer, 0, filled);
        } catch (SQLException failure) {
            throw failed(failure);
        }
        filled = 0;
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("COPY failed", failure);
    }
}
