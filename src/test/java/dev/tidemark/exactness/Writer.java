package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A connection that changes the source at random. Skips statements that the source refuses, such as a duplicate key.
 */
final class Writer implements AutoCloseable {
    private static final int CANNOT_CONNECT = 1_040;
    private static final int PATIENT_SECONDS = 30;

    private final Connection connection;

    /** A writer that accepts any date and waits for locks as briefly as possible. */
    Writer(SakilaSchema source) {
        this(source, source.server().isMariaDb() ? 0 : 1);
    }

    private Writer(SakilaSchema source, int patience) {
        try {
            connection = source.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION innodb_lock_wait_timeout = " + patience);
                statement.execute("SET SESSION lock_wait_timeout = " + patience);
                statement.execute("SET SESSION sql_mode = 'STRICT_ALL_TABLES,ALLOW_INVALID_DATES'");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** A writer for times when no transaction is open: it waits for locks of the server's background work. */
    static Writer patient(SakilaSchema source) {
        return new Writer(source, PATIENT_SECONDS);
    }

    /** Begins a transaction. */
    Writer begin() {
        return with(() -> connection.setAutoCommit(false));
    }

    /** Executes the statements in order; returns each with its outcome. */
    List<String> execute(List<String> statements) {
        return statements.stream().map(this::execute).toList();
    }

    /** Commits the transaction or rolls it back. */
    Writer end(boolean commit) {
        return with(() -> {
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        });
    }

    @Override
    public void close() {
        with(connection::close);
    }

    private String execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return sql + " -- " + statement.getUpdateCount();
        } catch (SQLException refused) {
            boolean broken = refused.getSQLState() == null || refused.getSQLState().startsWith("08")
                    || refused.getSQLState().startsWith("42") || refused.getErrorCode() == CANNOT_CONNECT;
            if (broken) {
                throw new IllegalStateException(sql + ": " + refused.getMessage(), refused);
            }
            return sql + " -- refused: " + refused.getMessage();
        }
    }

    private Writer with(Action action) {
        try {
            action.run();
            return this;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private interface Action {
        void run() throws SQLException;
    }
}
