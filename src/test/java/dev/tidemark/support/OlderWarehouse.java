package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Turns a warehouse back into that of an older Tidemark. */
public final class OlderWarehouse {
    private static final Path MIGRATIONS = Path.of("db/migration");
    private static final String COLUMNS = """
            SELECT group_concat(name, ', ') FROM pragma_table_info('%1$s')
            WHERE name IN (SELECT name FROM pragma_table_info('%1$s', 'older'))""";

    private OlderWarehouse() {}

    /**
     * Turns {@code warehouse} back into schema version 3, which kept a watermark and a sum of keys for each table, and no
     * fingerprints.
     */
    public static void turnBack(WarehouseFile warehouse) {
        turnBack(warehouse, 4);
        warehouse.execute(
                "DROP TABLE sync_range",
                "DROP TABLE sync_source_table",
                "DROP TABLE sync_source",
                "ALTER TABLE sync_state RENAME TO newer",
                """
                CREATE TABLE sync_state (
                  table_name  TEXT PRIMARY KEY,
                  watermark   TEXT,
                  snapshot_at TEXT,
                  rows        INTEGER NOT NULL,
                  key_hashes  INTEGER NOT NULL,
                  run_id      INTEGER REFERENCES sync_run (id)
                ) STRICT, WITHOUT ROWID""",
                "INSERT INTO sync_state SELECT table_name, datetime(snapshot_at, '-60 seconds'), snapshot_at, rows, 4711,"
                        + " run_id FROM newer",
                "DROP TABLE newer",
                "DELETE FROM flyway_schema_history WHERE version >= '4'");
    }

    /** Turns {@code warehouse} back into this schema version, 4 or later; rows keep what that version knows of them. */
    public static void turnBack(WarehouseFile warehouse, int version) {
        Path path = warehouse.path().resolveSibling("older.db");
        WarehouseFile older = new WarehouseFile(path);
        try (Connection connection = older.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            for (String migration : migrations(version)) {
                statement.executeUpdate(migration);
            }
            statement.executeUpdate(warehouse.rows("SELECT sql FROM sqlite_schema WHERE type = 'table'"
                    + " AND name = 'flyway_schema_history'").getFirst());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        copy(warehouse, older);
        older.execute(
                "DELETE FROM flyway_schema_history WHERE CAST(version AS INTEGER) > " + version,
                "DELETE FROM sync_state WHERE table_name NOT IN (SELECT name FROM sqlite_schema)");
        try {
            Files.move(path, warehouse.path(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(WarehouseFile warehouse, WarehouseFile older) {
        List<String> tables =
                older.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
        try (Connection connection = warehouse.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + older.path() + "' AS older");
            for (String table : tables) {
                String columns = statement.executeQuery(COLUMNS.formatted(table)).getString(1);
                statement.executeUpdate(
                        "INSERT INTO older.%1$s (%2$s) SELECT %2$s FROM main.%1$s".formatted(table, columns));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private static List<String> migrations(int version) {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.filter(file -> file.getFileName().toString().matches("V[1-" + version + "]__.*"))
                    .sorted()
                    .map(OlderWarehouse::text)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
