package dev.tidemark.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * Locks a table of the source until this is closed: a load stops when it reads the table, in the middle of its
 * transactions.
 */
public final class TableLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WAITING = """
            SELECT coalesce(max(id), 0) FROM information_schema.processlist
            WHERE db = '%s' AND state LIKE 'Waiting for table%%lock'
            """;

    private final SakilaSchema sakila;
    private final Connection connection;

    private TableLock(SakilaSchema sakila, Connection connection) {
        this.sakila = sakila;
        this.connection = connection;
    }

    /** Locks {@code table}. */
    public static TableLock on(SakilaSchema sakila, String table) {
        try {
            TableLock lock = new TableLock(sakila, sakila.connect());
            lock.execute("LOCK TABLES " + table + " WRITE");
            return lock;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Waits until a load waits for the table; returns the id of its connection. */
    public long awaitReader() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            long id = sakila.queryLong(WAITING.formatted(sakila.name()));
            if (id != 0) {
                return id;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("Nobody came to read the locked table");
    }

    /** Waits until a load waits for the table, and kills its connection. */
    public void killReader() throws InterruptedException {
        sakila.execute("KILL " + awaitReader());
    }

    /** Unlocks the table. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            execute("UNLOCK TABLES");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
