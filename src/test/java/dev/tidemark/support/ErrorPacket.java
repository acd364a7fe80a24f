package dev.tidemark.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A server's answer to a query that failed.
 *
 * @param code MySQL's number for the error
 * @param sqlState five characters
 * @param message at most two hundred characters of ASCII
 */
record ErrorPacket(int code, String sqlState, String message) {
    private static final byte MARK = (byte) 0xff;
    private static final int HEADER_LENGTH = 9;

    byte[] bytes() {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        byte length = (byte) (HEADER_LENGTH + message.length());
        packet.writeBytes(new byte[] {length, 0, 0, 1, MARK, (byte) code, (byte) (code >> 8), '#'});
        packet.writeBytes(sqlState.getBytes(StandardCharsets.US_ASCII));
        packet.writeBytes(message.getBytes(StandardCharsets.US_ASCII));
        return packet.toByteArray();
    }
}
