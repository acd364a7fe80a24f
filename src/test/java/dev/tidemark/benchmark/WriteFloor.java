package dev.tidemark.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * The least that plain writing can take: the bare driver inserts the facts of a loaded warehouse, from memory, into the
 * same schema with all its indexes, in one transaction. The dimensions, a hundredth of the rows, are there before.
 */
final class WriteFloor implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final List<String> TABLES = List.of("fact_rental", "fact_payment");

    private final Path empty;
    private final List<List<Object[]>> rows = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();

    /** Takes the facts of {@code loaded} into memory, and keeps a copy of it without them. */
    WriteFloor(Path loaded) {
        this.empty = loaded.resolveSibling("floor-empty.db");
        try {
            Files.deleteIfExists(empty);
            execute(loaded, "VACUUM INTO '" + empty + "'");
            for (String table : TABLES) {
                rows.add(read(loaded, table));
                columns.add(rows.getLast().getFirst().length);
                execute(empty, "DELETE FROM " + table);
            }
            execute(empty, "VACUUM");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Inserts all rows into a fresh file. */
    Usage measure() {
        Path file = empty.resolveSibling("floor.db");
        try {
            delete(file);
            Files.copy(empty, file);
            long start = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            insert(file);
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

    private void insert(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("cache_size", "-16384");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, settings)) {
            connection.setAutoCommit(false);
            for (int table = 0; table < TABLES.size(); table++) {
                String places = String.join(", ", Collections.nCopies(columns.get(table), "?"));
                String text = "INSERT INTO " + TABLES.get(table) + " (" + names(connection, TABLES.get(table))
                        + ") VALUES (" + places + ")";
                try (PreparedStatement insert = connection.prepareStatement(text)) {
                    insertAll(insert, rows.get(table));
                }
            }
            connection.commit();
        }
    }

    private static void insertAll(PreparedStatement insert, List<Object[]> rows) throws SQLException {
        int pending = 0;
        for (Object[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                insert.setObject(column + 1, row[column]);
            }
            insert.addBatch();
            if (++pending % BATCH == 0) {
                insert.executeBatch();
            }
        }
        insert.executeBatch();
    }

    // The generated column is not written.
    private static String names(Connection connection, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet info = statement.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
            while (info.next()) {
                names.add(info.getString(1));
            }
        }
        return String.join(", ", names);
    }

    private static List<Object[]> read(Path file, String table) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT " + names(connection, table) + " FROM " + table)) {
            int width = found.getMetaData().getColumnCount();
            while (found.next()) {
                Object[] row = new Object[width];
                for (int column = 0; column < width; column++) {
                    row[column] = found.getObject(column + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void delete(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(file + suffix));
        }
    }
}
