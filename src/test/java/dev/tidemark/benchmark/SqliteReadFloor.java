package dev.tidemark.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The least that reading a SQLite file can take: the bare driver reads every value of every table in the order of the
 * keys, and drops it.
 */
final class SqliteReadFloor {
    private SqliteReadFloor() {}

    /** Reads the file that the first argument names, in a process of its own. */
    public static void main(String[] arguments) {
        measure(Path.of(arguments[0]));
    }

    /** Reads the file in a process of its own, which takes its time to start as the program does. */
    static Usage measureCold(Path file) {
        return new Program(Path.of(System.getProperty("java.home"), "bin", "java"), Map.of()).run(
                "@src/test/options/java", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                SqliteReadFloor.class.getName(), file.toString());
    }

    /** Reads the file in this process, which did so before. */
    static Usage measure(Path file) {
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                drain(statement, "SELECT * FROM \"" + table + "\" ORDER BY " + key(connection, table));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Usage(
                (System.nanoTime() - start) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9,
                0);
    }

    /** The tables of a file, in the order in which they were made: a parent before its children. */
    static List<String> tables(Connection connection) throws SQLException {
        return names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                + " ORDER BY rowid");
    }

    private static String key(Connection connection, String table) throws SQLException {
        return "\"" + String.join("\", \"", names(
                connection, "SELECT name FROM pragma_table_info('" + table + "') WHERE pk > 0 ORDER BY pk")) + "\"";
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static void drain(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= width; column++) {
                    rows.getObject(column);
                }
            }
        }
    }
}
