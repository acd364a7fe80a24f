package dev.tidemark.exactness;

import dev.tidemark.spark.LakeCli;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.TableFiles;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the star of a lake with DuckDB, by the queries for a warehouse: views give its columns as SQLite has them. */
final class LakeReader {
    private LakeReader() {}

    /** The star of the current version. */
    static Star read(LakeCli lake) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (TableFiles table : lake.version().tables()) {
                createView(connection, lake, table);
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

    private static void createView(Connection connection, LakeCli lake, TableFiles table) throws SQLException {
        String files = table.files().stream()
                .map(DataFile::name)
                .map(name -> "'" + lake.lake().resolve(name) + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
        try (Statement statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + files)) {
                while (described.next()) {
                    columns.add(column(described.getString("column_name"), described.getString("column_type")));
                }
            }
            statement.execute(
                    "CREATE VIEW " + table.table() + " AS SELECT " + String.join(", ", columns) + " FROM " + files);
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
