package dev.tidemark.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A warehouse as its readers see it: through plain SQL, without Tidemark's code.
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
        return plainly().texts(sql);
    }

    /** The number in the first column of the query's first row. */
    public long queryLong(String sql) {
        return Long.parseLong(rows(sql).getFirst());
    }

    /** The values of these columns in the record of the last run, separated by bars. */
    public String lastRun(String columns) {
        return rows("SELECT " + columns + " FROM sync_run ORDER BY id DESC LIMIT 1").getFirst();
    }

    /** Executes statements, like someone who tampers with the file. */
    public void execute(String... statements) {
        plainly().run(statements);
    }

    private Statements plainly() {
        return this::connect;
    }
}
