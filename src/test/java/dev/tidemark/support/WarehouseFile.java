package dev.tidemark.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A warehouse as its readers see it: by plain SQL, without anything of Tidemark's.
 *
 * @param path the file
 */
public record WarehouseFile(Path path) {
    /** Opens a connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + path);
    }

    /** All rows of a query as text, each row's values separated by bars; null is "null". */
    public List<String> rows(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (answer.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(answer.getString(column)));
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** The number in the first column of the query's first row. */
    public long queryLong(String sql) {
        return Long.parseLong(rows(sql).getFirst());
    }

    /** Executes statements, as someone would who tampers with the file. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }
}
