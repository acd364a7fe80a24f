package dev.tidemark.sqlite.source;

import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.value.InvalidText;
import dev.tidemark.support.Statements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A SQLite file that an application made, and the source that reads it.
 *
 * @param path the file
 */
record SourceDatabase(Path path) {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** A new file in {@code folder} with what {@code statements} make. */
    static SourceDatabase create(Path folder, String... statements) {
        SourceDatabase database = new SourceDatabase(folder.resolve("app.db"));
        database.execute(statements);
        return database;
    }

    void execute(String... statements) {
        Statements plainly = this::connect;
        plainly.run(statements);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + path);
    }

    /** The source, which makes copies beside the file. */
    SqliteSource source() {
        return new SqliteSource(
                path, path.getParent(), Duration.ofMillis(200), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The rows of a table as a snapshot reads them; see {@link #rows(CopySnapshot, String, List, List)}. */
    List<String> rows(String table, List<String> columns, List<String> key) {
        try (CopySnapshot snapshot = source().snapshot()) {
            return rows(snapshot, table, columns, key);
        }
    }

    /** The rows of a table in text, each value with its type. */
    static List<String> rows(CopySnapshot snapshot, String table, List<String> columns, List<String> key) {
        return snapshot.rows(table, columns, key, rows -> {
            List<String> texts = new ArrayList<>();
            rows.forEachRemaining(row -> {
                List<String> values = new ArrayList<>();
                for (Object value : row) {
                    values.add(text(value));
                }
                texts.add(String.join(" | ", values));
            });
            return texts;
        });
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> "bytes " + HexFormat.of().formatHex(bytes);
            case InvalidText invalid -> "invalid " + HexFormat.of().formatHex(invalid.bytes());
            default -> value.getClass().getSimpleName() + " " + value;
        };
    }
}
