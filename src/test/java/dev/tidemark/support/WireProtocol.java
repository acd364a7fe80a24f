package dev.tidemark.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** How the messages of a client to its server are told apart, without encryption. */
enum WireProtocol {
    MYSQL {
        @Override
        byte[] read(DataInputStream client, boolean first) throws IOException {
            byte[] header = client.readNBytes(HEADER);
            int length = header.length < HEADER
                    ? 0
                    : header[0] & 0xff | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
            return joined(header, client.readNBytes(length));
        }

        @Override
        String query(byte[] message) {
            boolean isQuery = message.length > HEADER && message[3] == 0 && message[HEADER] == MYSQL_QUERY;
            return isQuery ? text(message, HEADER + 1) : "";
        }
    },

    /** Queries, prepared statements, and the rows of COPY. */
    POSTGRESQL {
        @Override
        byte[] read(DataInputStream client, boolean first) throws IOException {
            byte[] header = client.readNBytes(first ? HEADER : HEADER + 1);
            int length = header.length < HEADER ? HEADER : ByteBuffer.wrap(header).getInt(header.length - HEADER);
            return joined(header, client.readNBytes(length - HEADER));
        }

        @Override
        String query(byte[] message) {
            return "QPd".indexOf(message[0]) < 0 ? "" : text(message, HEADER + 1);
        }
    };

    private static final int HEADER = 4;
    private static final int MYSQL_QUERY = 3;

    /**
     * Reads a whole message; an empty one if the client is gone.
     *
     * @param first whether it is the first one of the connection
     */
    abstract byte[] read(DataInputStream client, boolean first) throws IOException;

    /** The query that a message holds; empty if it holds none. */
    abstract String query(byte[] message);

    private static byte[] joined(byte[] header, byte[] body) {
        return ByteBuffer.allocate(header.length + body.length).put(header).put(body).array();
    }

    private static String text(byte[] message, int start) {
        return new String(message, start, message.length - start, StandardCharsets.UTF_8);
    }
}
