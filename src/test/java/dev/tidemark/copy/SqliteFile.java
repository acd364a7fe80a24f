package dev.tidemark.copy;

import dev.tidemark.support.Statements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A SQLite file of a test, as an application would use it: foreign keys are declared and not enforced.
 *
 * @param path the file
 */
public record SqliteFile(Path path) implements Statements {
    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + path);
    }

    /** Executes statements in order, each committed on its own. */
    @Override
    public void run(String... statements) {
        Statements.super.run(statements);
    }

    @Override
    public List<String> texts(String query) {
        return Statements.super.texts(query);
    }
}
