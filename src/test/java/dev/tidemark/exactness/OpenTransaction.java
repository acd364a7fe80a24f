package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction of the source that is open until it is ended; closing it without an end rolls it back. */
final class OpenTransaction implements AutoCloseable {
    private final Connection connection;

    private OpenTransaction(Connection connection) {
        this.connection = connection;
    }

    /** Begins a transaction; it waits for a lock for at most a second. */
    static OpenTransaction begin(SakilaSchema source) {
        try {
            Connection connection = source.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION innodb_lock_wait_timeout = 1");
            }
            connection.setAutoCommit(false);
            return new OpenTransaction(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** Executes statements within the transaction. */
    OpenTransaction execute(String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return this;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** Commits. */
    void commit() {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** Ends the transaction, and rolls back what was written since the last commit. */
    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }
}
