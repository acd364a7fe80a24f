package dev.tidemark.benchmark;

import dev.tidemark.copy.TargetDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Properties;

/**
 * The least that inserting into MariaDB can take: the bare driver inserts the rows of a SQLite file with their own ids
 * into the same tables, a thousand in a statement, each table in one transaction. Reading them does not count.
 */
final class InsertFloor {
    private static final int BATCH = 1_000;

    private InsertFloor() {}

    static Usage measure(Path source, TargetDatabase target) {
        Properties settings = new Properties();
        settings.setProperty("user", target.username());
        settings.setProperty("password", target.password());
        settings.setProperty("rewriteBatchedStatements", "true");
        settings.setProperty("sslMode", "DISABLED");
        long nanoseconds = 0;
        try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + source);
                Connection to = DriverManager.getConnection(target.url(), settings)) {
            to.setAutoCommit(false);
            for (String table : SqliteReadFloor.tables(from)) {
                nanoseconds += insert(from, to, table);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new Usage(nanoseconds / 1e9, 0, 0);
    }

    private static long insert(Connection from, Connection to, String table) throws SQLException {
        long nanoseconds = 0;
        try (Statement statement = from.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY id")) {
            int width = rows.getMetaData().getColumnCount();
            String places = String.join(", ", Collections.nCopies(width, "?"));
            try (PreparedStatement insert = to.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
                int waiting;
                do {
                    waiting = 0;
                    while (waiting < BATCH && rows.next()) {
                        for (int column = 1; column <= width; column++) {
                            insert.setObject(column, rows.getObject(column));
                        }
                        insert.addBatch();
                        waiting++;
                    }
                    nanoseconds += timed(insert::executeBatch);
                } while (waiting == BATCH);
            }
        }
        return nanoseconds + timed(to::commit);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private static long timed(Work work) throws SQLException {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
