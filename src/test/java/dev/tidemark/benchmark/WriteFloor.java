package dev.tidemark.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The least that writing can take: SQLite itself copies the facts of a loaded warehouse into the same schema, in one
 * transaction, and builds their indexes after the rows. The dimensions, a hundredth of the rows, are there before.
 */
final class WriteFloor implements AutoCloseable {
    private static final List<String> TABLES = List.of("fact_rental", "fact_payment");

    /** What the copy has to keep. */
    enum Kind {
        /** Nothing but the rows: no journal, and no check of foreign keys. */
        BARE,
        /** The last state if the machine stops, and foreign keys, as a load does. */
        DURABLE
    }

    private final Path loaded;
    private final Path empty;
    private final List<String> indexes;

    /** Keeps a copy of {@code loaded} without its facts, and their indexes. */
    WriteFloor(Path loaded) {
        this.loaded = loaded;
        this.empty = loaded.resolveSibling("floor-empty.db");
        try {
            Files.deleteIfExists(empty);
            try (Connection connection = open(loaded, new Properties());
                    Statement statement = connection.createStatement()) {
                statement.execute("VACUUM INTO '" + empty + "'");
                indexes = texts(statement, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
                        + " AND tbl_name IN ('" + String.join("', '", TABLES) + "')");
            }
            try (Connection connection = open(empty, new Properties());
                    Statement statement = connection.createStatement()) {
                for (String index : texts(statement, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT"
                        + " NULL AND tbl_name IN ('" + String.join("', '", TABLES) + "')")) {
                    statement.execute("DROP INDEX " + index);
                }
                for (String table : TABLES) {
                    statement.execute("DELETE FROM " + table);
                }
                statement.execute("VACUUM");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies all rows into a fresh file. */
    Usage measure(Kind kind) {
        Path file = empty.resolveSibling("floor.db");
        try {
            delete(file);
            Files.copy(empty, file);
            long start = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            copy(file, kind);
            Usage usage = new Usage(
                    (System.nanoTime() - start) / 1e9,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9,
                    0);
            delete(file);
            return usage;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        delete(empty);
    }

    private void copy(Path file, Kind kind) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("journal_mode", kind == Kind.BARE ? "OFF" : "WAL");
        settings.setProperty("foreign_keys", Boolean.toString(kind == Kind.DURABLE));
        settings.setProperty("cache_size", "-16384");
        try (Connection connection = open(file, settings);
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + loaded + "' AS loaded");
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                // Generated columns are not written.
                String columns = String.join(
                        ", ", texts(statement, "SELECT name FROM pragma_table_info('" + table + "')"));
                statement.execute(
                        "INSERT INTO %s (%s) SELECT %2$s FROM loaded.%1$s".formatted(table, columns));
            }
            for (String index : indexes) {
                statement.execute(index);
            }
            connection.commit();
        }
    }

    private static Connection open(Path file, Properties settings) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file, settings);
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void delete(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(file + suffix));
        }
    }
}
