package dev.tidemark.exactness;

import dev.tidemark.spark.LakeCli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the star of a lake with DuckDB, by the views of the lake and the queries for a warehouse: further views give the
 * columns as SQLite has them.
 */
final class LakeReader {
    private LakeReader() {}

    /** The star of the current version. */
    static Star read(LakeCli lake) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            open(connection, script(lake, "duckdb"));
            for (StarTable table : StarTable.values()) {
                createView(connection, table.name().toLowerCase(Locale.ROOT));
            }
            Map<StarTable, StarRows> tables = new EnumMap<>(StarTable.class);
            for (StarTable table : StarTable.values()) {
                tables.put(table, StarRows.read(connection, StarReader.query(table), table.keyColumns()));
            }
            return new Star(tables);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** The script with the views of the current version for a program. */
    static String script(LakeCli lake, String program) {
        try (Stream<Path> scripts = Files.list(lake.lake().resolve("views"))) {
            return Files.readString(scripts.filter(file -> file.toString().endsWith("." + program + ".sql"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Creates the views of a script in a schema of their own, {@code lake}. */
    static void open(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS lake");
            statement.execute("USE lake");
            statement.execute(script);
            statement.execute("USE main");
        }
    }

    private static void createView(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet described = statement.executeQuery("DESCRIBE lake." + table)) {
                while (described.next()) {
                    columns.add(column(described.getString("column_name"), described.getString("column_type")));
                }
            }
            statement.execute("CREATE VIEW main." + table + " AS SELECT " + String.join(", ", columns) + " FROM lake." + table);
        }
    }

    private static String column(String name, String type) {
        return switch (type) {
            case "TIMESTAMP" -> "strftime(%1$s, '%%Y-%%m-%%d %%H:%%M:%%S') AS %1$s".formatted(name);
            case "DATE" -> "CAST(%1$s AS VARCHAR) AS %1$s".formatted(name);
            case "BOOLEAN" -> "CAST(%1$s AS INTEGER) AS %1$s".formatted(name);
            case "DECIMAL(10,2)" ->
                "CAST(%1$s * 100 AS BIGINT) AS %1$s_cents, CAST(%1$s AS DOUBLE) AS %1$s".formatted(name);
            default -> name;
        };
    }
}
