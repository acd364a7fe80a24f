package dev.tidemark.copy.generator;

import dev.tidemark.sakila.generator.TableRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes SQLite files. */
final class GeneratedFile {
    private static final int ROWS_A_BATCH = 1_000;

    private GeneratedFile() {}

    /** Writes a new file: the tables of a script, their rows, then the script's indexes. */
    static void write(Path path, String script, List<TableRows> tables) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA synchronous = OFF");
            connection.setAutoCommit(false);
            execute(statement, statements(script).filter(each -> !isIndex(each)));
            for (TableRows table : tables) {
                fill(connection, table);
            }
            execute(statement, statements(script).filter(GeneratedFile::isIndex));
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** The statements of a script among the test resources. */
    static Stream<String> statements(String script) {
        try (InputStream file = GeneratedFile.class.getResourceAsStream(script)) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";\\R+"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isIndex(String statement) {
        return statement.startsWith("CREATE INDEX");
    }

    private static void execute(Statement statement, Stream<String> texts) throws SQLException {
        for (String text : texts.toList()) {
            statement.execute(text);
        }
    }

    private static void fill(Connection connection, TableRows table) throws SQLException {
        String values = Arrays.stream(table.columns().split(",")).map(column -> "?").collect(Collectors.joining(", "));
        String insert = "INSERT INTO " + table.table() + " (" + table.columns() + ") VALUES (" + values + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int number = 1; number <= table.count(); number++) {
                int column = 1;
                for (Object value : table.values().apply(number)) {
                    statement.setObject(column++, value);
                }
                statement.addBatch();
                if (number % ROWS_A_BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
