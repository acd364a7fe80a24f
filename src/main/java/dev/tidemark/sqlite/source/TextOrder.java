package dev.tidemark.sqlite.source;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.sqlite.Collation;

/** Orders texts by their UTF-8 bytes. SQLite's BINARY orders by the bytes of the file's encoding, which may be UTF-16. */
final class TextOrder extends Collation {
    private static final String NAME = "tidemark_utf8";

    private TextOrder() {}

    /** Makes the collation known to {@code connection}, and returns its name. */
    static String register(Connection connection) {
        try {
            create(connection, NAME, new TextOrder());
            return NAME;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    protected int xCompare(String left, String right) {
        return Arrays.compareUnsigned(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
