package dev.tidemark.exactness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of one table of the star, with all values as text and without surrogate keys.
 *
 * @param columns the names of the columns
 * @param rows the rows by natural key
 */
record StarRows(List<String> columns, Map<String, List<String>> rows) {
    /** The rows of {@code query}, whose first {@code keyColumns} columns are the natural key. */
    static StarRows read(Connection connection, String query, int keyColumns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                columns.add(answer.getMetaData().getColumnLabel(column));
            }
            Map<String, List<String>> rows = new TreeMap<>();
            while (answer.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                    values.add(answer.getString(column));
                }
                String key = String.join("/", values.subList(0, keyColumns));
                if (rows.put(key, values) != null) {
                    throw new AssertionError("Two rows have the key " + key + ": " + query);
                }
            }
            return new StarRows(columns, rows);
        }
    }

    /** The differences of {@code actual}, one line for each row. */
    List<String> differences(StarRows actual) {
        if (!columns.equals(actual.columns)) {
            throw new IllegalArgumentException(columns + " cannot be compared with " + actual.columns);
        }
        TreeSet<String> keys = new TreeSet<>(rows.keySet());
        keys.addAll(actual.rows.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(rows.get(key), actual.rows.get(key)))
                .map(key -> key + difference(rows.get(key), actual.rows.get(key)))
                .toList();
    }

    private String difference(List<String> expected, List<String> actual) {
        if (actual == null) {
            return " is missing: " + expected;
        }
        if (expected == null) {
            return " should not be there: " + actual;
        }
        return IntStream.range(0, columns.size())
                .filter(column -> !Objects.equals(expected.get(column), actual.get(column)))
                .mapToObj(column -> "%s should be %s and is %s"
                        .formatted(columns.get(column), expected.get(column), actual.get(column)))
                .collect(Collectors.joining(", ", ": ", ""));
    }
}
